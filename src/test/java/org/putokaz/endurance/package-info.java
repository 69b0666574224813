/** The finished jar, killed again and again while editors publish and partners follow. Run by {@code mvn verify}. */
package org.putokaz.endurance;
