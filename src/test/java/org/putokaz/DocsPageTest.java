package org.putokaz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.putokaz.fixture.Browser;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.NeedsBrowser;

/** HTML pages in a browser, under their content security policies. */
@HttpTest
@NeedsBrowser
class DocsPageTest {

    private static final String ENTRY_POINT = "#operations-Entry_point-getEntryPoint";

    private static Browser browser;

    @TestHTTPResource("/")
    String service;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void clearTheConsole() {
        browser.page("about:blank");
        browser.console();
    }

    private WebDriver visit(String path) {
        return browser.page(service.replaceAll("/$", "") + path);
    }

    @Test
    void theDocsListEveryFamilyAndBreakNoPolicy() {
        visit("/docs");

        assertThat(browser.text(".info .title")).contains("Putokaz");
        assertThat(browser.text(ENTRY_POINT)).contains("/api/v1");
        assertThat(browser.texts(".opblock-tag a"))
                .contains("Organisational units", "History events", "Contact channels", "Help guides", "Problems");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void anOperationCanBeTriedOut() {
        visit("/docs");
        browser.click(ENTRY_POINT + " .opblock-summary-control");
        browser.click(ENTRY_POINT + " .try-out__btn");
        browser.click(ENTRY_POINT + " .execute");

        assertThat(browser.text(ENTRY_POINT + " .live-responses-table tbody .response-col_status"))
                .contains("200");
        assertThat(browser.text(ENTRY_POINT + " .live-responses-table .highlight-code"))
                .contains("\"institution\"");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aProblemPageIsReadableInItsLanguage() {
        WebDriver page = visit("/api/v1/problems/gone?lang=sr-Latn");

        assertThat(page.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("sr-Latn");
        assertThat(browser.text("h1")).isEqualTo("Povučeno");
        assertThat(page.findElement(By.tagName("body")).getCssValue("max-width"))
                .isNotEqualTo("none");
        assertThat(browser.console()).isEmpty();
    }
}
