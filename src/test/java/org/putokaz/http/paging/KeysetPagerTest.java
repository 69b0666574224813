package org.putokaz.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

class KeysetPagerTest {

    private static final String KEY = "a secret of at least 16 bytes";

    private static KeysetPager pager(int limit, @Nullable String cursor) {
        return new KeysetPager(KEY, "numbers", limit, cursor);
    }

    /** Reads as a list does: in the order of the key, after the last one of the page before. */
    private static KeysetPager.Page<Integer> page(int rows, KeysetPager pager) {
        int after = pager.after() == null ? 0 : Integer.parseInt(pager.after());
        List<Integer> found = IntStream.rangeClosed(after + 1, rows)
                .limit(pager.fetchSize())
                .boxed()
                .toList();
        return pager.page(found, String::valueOf);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7})
    void allPagesTogetherAreTheWholeListOnce(int rows) {
        List<Integer> read = new ArrayList<>();
        String cursor = null;
        do {
            KeysetPager.Page<Integer> page = page(rows, pager(3, cursor));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(3);
            assertThat(page.info().limit()).isEqualTo(3);
            read.addAll(page.rows());
            cursor = page.info().next();
        } while (cursor != null);
        assertThat(read).isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(page(3, pager(3, null)).info().next()).isNull();
    }

    @Test
    void aCursorOfAnotherQueryOrVersionIsRefused() {
        String cursor = page(4, pager(3, null)).info().next();
        for (List<String> other : List.of(List.of("letters", ""), List.of("numbers", "2"))) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> new KeysetPager(KEY, other.get(0), other.get(1), 3, cursor));
            assertThat(refused.type()).isEqualTo(ProblemType.INVALID_CURSOR);
        }
    }

    @Test
    void aPageHoldsTwentyUnlessTheClientSaysOtherwise() {
        assertThat(KeysetPager.pageSize(null)).isEqualTo(20);
        assertThat(KeysetPager.pageSize("100")).isEqualTo(100);
        assertThat(catchThrowableOfType(ProblemException.class, () -> KeysetPager.pageSize("101"))
                        .type())
                .isEqualTo(ProblemType.INVALID_PARAMETER);
    }
}
