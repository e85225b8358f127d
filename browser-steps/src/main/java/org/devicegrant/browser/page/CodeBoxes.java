package org.devicegrant.browser.page;

import java.util.ArrayList;
import java.util.List;

/** Finds a code field that is split into boxes: one per character, or one per group of characters. */
final class CodeBoxes {
    private CodeBoxes() {}

    /** The boxes in order, or an empty list. */
    static List<Control> in(List<Control> texts) {
        List<Control> best = List.of();
        List<Control> run = new ArrayList<>();
        for (Control field : texts) {
            if (!run.isEmpty() && !belongs(run.get(run.size() - 1), field)) {
                best = longer(best, run);
                run.clear();
            }
            if (boxLike(field)) {
                run.add(field);
            }
        }
        return List.copyOf(longer(best, run));
    }

    private static List<Control> longer(List<Control> best, List<Control> run) {
        boolean single = !run.isEmpty() && run.get(0).maxLength() <= 1;
        boolean enough = single ? run.size() >= 4 && run.size() <= 16 : run.size() >= 2 && run.size() <= 4;
        return enough && run.size() > best.size() ? List.copyOf(run) : best;
    }

    private static boolean belongs(Control last, Control next) {
        return boxLike(next)
                && last.maxLength() == next.maxLength()
                && last.form().equals(next.form());
    }

    private static boolean boxLike(Control field) {
        boolean short1 = field.maxLength() >= 1 && field.maxLength() <= 5;
        boolean narrow = field.maxLength() == 0 && field.isNarrow();
        boolean typed = field.type().isEmpty() || field.type().matches("text|tel|number|password");
        return (short1 || narrow) && typed && !field.isReadOnly();
    }
}
