package org.example.ordinary;

import java.util.List;

public record EventPageDto(List<EventDto> data, int page, int size, long total) {}
