package org.devicegrant.load;
