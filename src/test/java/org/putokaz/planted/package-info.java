/** Classes that break the architecture rules on purpose, so that {@code ArchitectureTest} shows that each rule fails. */
package org.putokaz.planted;
