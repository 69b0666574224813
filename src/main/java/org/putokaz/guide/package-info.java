/**
 * Content family of the help guides. A guide and its steps are edited and published as one. {@code GuideFamily}
 * validates {@code GuideContent}, writes its index row {@code GuideEntity} and, by {@code StepRepository}, a row for
 * each step, so that renamed and removed steps keep their addresses. {@code GuideResource} gives guides as {@code
 * GuideView} and single steps as {@code StepView}.
 */
@NullMarked
package org.putokaz.guide;

import org.jspecify.annotations.NullMarked;
