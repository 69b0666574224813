/** Help guides: what to do, step by step. A guide and its steps are written and published as one. */
@org.jspecify.annotations.NullMarked
package org.putokaz.guide;
