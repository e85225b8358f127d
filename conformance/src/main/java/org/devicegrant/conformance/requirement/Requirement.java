package org.devicegrant.conformance.requirement;

import java.util.*;
import org.devicegrant.reports.model.*;

public record Requirement(
        String id,
        String group,
        Level level,
        String source,
        String statement,
        String testable,
        String reason,
        List<String> needs,
        String time,
        Verdict worst,
        String fix,
        Set<String> profiles) {}
