package org.devicegrant.conformance.check;

/** What a network does to one request and its answer. */
enum Fault {
    /** Nothing: most requests come through. */
    NONE,
    /** The connection is reset before the request has been read. */
    REFUSED,
    /** The request is read and never reaches the server. */
    REQUEST_LOST,
    /** The server answers and the connection is reset instead. */
    ANSWER_LOST,
    /** The server answers and the connection is closed instead. */
    EMPTY,
    /** The answer ends in the middle of itself. */
    TRUNCATED,
    /** The answer ends in the middle of itself, and the connection stays open for the other direction. */
    HALF_CLOSED,
    /** The answer comes twice. */
    DUPLICATED,
    /** The request is held up. */
    REQUEST_LATE,
    /** The answer is held up. */
    ANSWER_LATE,
    /** The answer comes in small pieces. */
    DRIPPING,
    /** A gateway says that it cannot reach the server, and some more times after that. */
    GATEWAY_DOWN,
    /** A gateway does not wait for the server's answer, although the server has worked. */
    GATEWAY_IMPATIENT
}
