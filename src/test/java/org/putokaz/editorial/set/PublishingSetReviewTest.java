package org.putokaz.editorial.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.editorial.fixture.SetMembers;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** One approver approves all members of a publishing set or none. */
@HttpTest
@TestProfile(Apart.class)
class PublishingSetReviewTest {

    private final SetMembers used = new SetMembers();

    @AfterEach
    void clear() {
        used.withdrawPublished();
    }

    @Test
    void onePersonApprovesAllMembersThatWaitForIt() {
        EntryClient submitted = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content())
                .submit();
        EntryClient draft = used.create(FamilySample.GUIDE, FamilySample.GUIDE.content());
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set = PublishingSetClient.create(
                PublishingSetClient.publish(submitted),
                PublishingSetClient.publish(draft),
                PublishingSetClient.publish(event));
        String before = set.tag;

        Response approved = set.approve();
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        assertThat(approved.<List<String>>path("members.stage")).containsExactly("approved", "approved", "draft");
        assertThat(approved.<List<Boolean>>path("members.needsApproval")).containsExactly(true, true, false);
        assertThat(set.tag).isNotEqualTo(before);
        assertThat(set.publish().statusCode()).isEqualTo(200);
    }

    @Test
    void anApproverCannotApproveOwnWorkAmongOthers() {
        EntryClient others = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient own = EntryClient.fromResponse(
                FamilySample.CHANNEL,
                EntryClient.post(
                        FamilySample.CHANNEL,
                        EntryClient.contentBody(FamilySample.CHANNEL.content()),
                        EntryClient.approver()));
        used.add(own);
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(others), PublishingSetClient.publish(own));

        Response refused = set.approve();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly("/members/1");
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("own-work");
        assertThat(others.get().<String>path("status")).isEqualTo("draft");
        assertThat(set.approve(Tokens.as(Role.ADMIN)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBePublishedIsNotApprovedForTheSameReasons() {
        EntryClient fine = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient broken = used.create(FamilySample.EVENT, "{'title': {'sr-Cyrl': 'Проба'}}");
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(fine), PublishingSetClient.publish(broken));

        Response refused = set.approve();
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.<List<String>>path("violations.pointer")).contains("/members/1/content/date");
        assertThat(refused.<List<String>>path("entries.id")).containsExactly(broken.id);
        assertThat(refused.<String>path("entries[0].family")).isEqualTo("history-events");
        assertThat(refused.<String>path("entries[0].slug"))
                .isEqualTo(broken.get().path("slug"));
        assertThat(fine.get().<String>path("status")).isEqualTo("draft");

        fine.submit().approve();
        Response published = set.publish();
        assertThat(published.statusCode()).isEqualTo(422);
        assertThat(published.<Object>path("violations")).isEqualTo(refused.path("violations"));
        assertThat(published.<Object>path("entries")).isEqualTo(refused.path("entries"));
    }

    @Test
    void ownWorkIsSaidBeforeWhatIsWrongWithTheText() {
        EntryClient own = EntryClient.fromResponse(
                FamilySample.CHANNEL,
                EntryClient.post(
                        FamilySample.CHANNEL,
                        EntryClient.contentBody("{'label': {'sr-Cyrl': 'Проба'}}"),
                        EntryClient.approver()));
        used.add(own);
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(own));
        Response refused = set.approve();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("own-work");
        assertThat(refused.<List<String>>path("entries.id")).containsExactly(own.id);
        assertThat(set.approve(Tokens.as(Role.ADMIN)).statusCode()).isEqualTo(409);
    }

    @Test
    void anEditedOrRejectedMemberIsNotApproved() {
        EntryClient edited = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient sentBack = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content())
                .submit()
                .reject();
        EntryClient fine = used.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        PublishingSetClient set = PublishingSetClient.create(
                PublishingSetClient.publish(edited),
                PublishingSetClient.publish(sentBack),
                PublishingSetClient.publish(fine));
        edited.save(FamilySample.CHANNEL.content());

        Response refused = set.approve();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("edited-since", "was-rejected");
        assertThat(fine.get().<String>path("status")).isEqualTo("draft");
    }
}
