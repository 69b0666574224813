package org.example.ordinary;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Event in the history of an institution: one table, one column for each language, an index for the order of lists. */
@Entity
@Table(name = "event", indexes = @Index(columnList = "earliest, sort_order, id"))
public class Event extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(unique = true)
    public String slug;

    public String edtf;
    public String precision;
    public LocalDate earliest;
    public LocalDate latest;
    public String category;
    public UUID unit;
    public int sortOrder;
    public Instant publishedAt;

    @Embedded
    public Texts texts;
}
