/**
 * Spring Authorization Server, embedded without Spring Boot: Tomcat, two filter chains and the few parts that the framework
 * leaves to its user (pages for the code, authentication of public device clients). Its answers are the framework's own; what
 * is written here must not smooth them.
 */
@NullMarked
package org.devicegrant.conformance.servers.spring;

import org.jspecify.annotations.NullMarked;
