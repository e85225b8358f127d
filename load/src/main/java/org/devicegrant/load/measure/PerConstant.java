package org.devicegrant.load.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One value for each constant of an enum: a map that is never missing a key.
 *
 * @param <K> the enum
 * @param <V> the values
 */
public final class PerConstant<K extends Enum<K>, V> {
    private final K[] keys;
    private final List<V> values;

    private PerConstant(K[] keys, List<V> values) {
        this.keys = keys;
        this.values = values;
    }

    /** A value made for each constant. */
    public static <K extends Enum<K>, V> PerConstant<K, V> of(Class<K> type, Function<K, V> value) {
        K[] keys = type.getEnumConstants();
        List<V> values = new ArrayList<>(keys.length);
        for (K key : keys) {
            values.add(value.apply(key));
        }
        return new PerConstant<>(keys, values);
    }

    /** The constant's value. */
    public V get(K key) {
        return values.get(key.ordinal());
    }

    /** The same constants with other values. */
    public <W> PerConstant<K, W> map(BiFunction<K, V, W> change) {
        List<W> changed = new ArrayList<>(keys.length);
        forEach((key, value) -> changed.add(change.apply(key, value)));
        return new PerConstant<>(keys, changed);
    }

    /** Visits all constants in their order. */
    public void forEach(BiConsumer<K, V> visitor) {
        for (K key : keys) {
            visitor.accept(key, get(key));
        }
    }
}
