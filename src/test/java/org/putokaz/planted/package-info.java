/** Classes that break the rules of the house on purpose, so that {@code ArchitectureTest} can show that it notices. */
package org.putokaz.planted;
