package org.devicegrant.reports.baseline;

import java.time.LocalDate;
import org.devicegrant.reports.model.Verdict;

/**
 * One known deviation.
 *
 * @param id the requirement
 * @param verdict FAIL or WARNING
 * @param message what the failure says; another failure of the same requirement is not covered
 * @param reason why it is accepted, and where it is tracked
 * @param until the last day on which it is covered
 * @param line where it stands in the file, from 1
 */
public record BaselineEntry(String id, Verdict verdict, Glob message, String reason, LocalDate until, int line) {}
