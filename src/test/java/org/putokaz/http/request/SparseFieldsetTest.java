package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseFieldsetTest {

    record Entry(String id, String name, Map<String, String> included) {}

    record Page(List<Entry> data, String page, Map<String, String> included) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theFieldsOfAListAreThoseOfItsEntries() {
        assertThat(SparseFieldset.of(Page.class)).containsExactly("id", "name");
    }

    @Test
    void theFieldsOfAnEntryAreItsOwn() {
        assertThat(SparseFieldset.of(Entry.class)).containsExactly("id", "name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'id':'1','name':'a'}                              | {'name':'a'}
            {'id':'1','name':'a','included':{'x':1}}           | {'name':'a','included':{'x':1}}
            {'data':[{'id':'1','name':'a'},{'id':'2'}],'page':3} | {'data':[{'name':'a'},{}],'page':3}
            {'data':[],'included':{'x':1}}                     | {'data':[],'included':{'x':1}}
            """, quoteCharacter = '`')
    void onlyTheNamedFieldsStay(String response, String expected) throws Exception {
        JsonNode tree = JSON.readTree(response.replace('\'', '"'));
        SparseFieldset.keepOnly(Set.of("name"), tree);
        assertThat(tree).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }
}
