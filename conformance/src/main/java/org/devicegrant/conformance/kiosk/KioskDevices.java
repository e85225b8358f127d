package org.devicegrant.conformance.kiosk;

import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.exchange.Request;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.protocol.Form;
import org.devicegrant.conformance.target.Kiosk;

/**
 * Devices that name the account they are for.
 *
 * @param devices way to the server
 * @param parameter name of the parameter
 */
record KioskDevices(Devices devices, String parameter) {
    static KioskDevices of(Devices devices) {
        return new KioskDevices(
                devices, Devices.given(devices.target().kiosk().accountParameter(), "kiosk.account_parameter"));
    }

    Kiosk kiosk() {
        return devices.target().kiosk();
    }

    String owner() {
        return Devices.given(kiosk().owner(), "kiosk.owner");
    }

    /** A request that names an account, in place of the one that the target file may send always. */
    Request naming(String account) {
        return devices.request().without(parameter).with(parameter, account);
    }

    /** A request that names an account twice. */
    Request namingTwice(String account) {
        Form form = naming(account).form();
        return devices.request().withForm(form.with(parameter, account));
    }

    Answer send(String account) {
        return devices.send(naming(account));
    }

    /** A device for the owner's account. */
    Device start() {
        return devices.device(devices.main(), send(owner()));
    }
}
