using InclusionPlatform.Bulletin.Editions;
using MediatR;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>
/// Begins the sending of the edition whose hour has come: freezes what is mailed and makes one delivery for each confirmed subscriber, all in one transaction.
/// Answers its number, or null when none is due.
/// </summary>
internal sealed record StartDueEdition : ICommand<int?>;

internal sealed class StartDueEditionHandler(IDbSession db, EditionReading editions, IAuditTrail audit, TimeProvider clock) : IRequestHandler<StartDueEdition, int?>
{
    private const string SelectDue = "select number from bulletin_edition where state = 'scheduled' and scheduled_at <= @Now order by number";
    private const string BackToDraft = "update bulletin_edition set state = 'draft', scheduled_at = null, updated_at = @Now, version = version + 1 where id = @Id and state = 'scheduled'";

    private const string Begin = """
        update bulletin_edition
        set    state = 'sending', sending_started_at = @Now, subject = @Subject, mail_html = @MailHtml, mail_text = @MailText, page_html = @PageHtml, updated_at = @Now, version = version + 1
        where  id = @Id and state = 'scheduled' and not exists (select 1 from bulletin_edition where state = 'sending')
        """;

    // The same as EditionReading.Open says: what is not printed did not go out.
    private const string LeaveOut = """
        update bulletin_edition_item
        set    left_out = 1
        where  edition_id = @Id and opportunity_id in (select o.id from bulletin_opportunity o where o.state <> 'published' or o.deadline < @Today)
        """;

    private const string InsertDeliveries = """
        insert into bulletin_delivery (edition_id, subscriber_id, state, attempts, next_attempt_at)
        select @Id, s.id, 'waiting', 0, @Now
        from   bulletin_subscriber s
        where  s.state = 'confirmed'
        and    not exists (select 1 from bulletin_delivery d where d.edition_id = @Id and d.subscriber_id = s.id)
        """;

    public async Task<int?> Handle(StartDueEdition request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.TopAsync<int>(SelectDue, new { Now = now }, 1, cancellationToken);
        if (due.Count == 0)
        {
            return null;
        }

        var edition = await editions.EditionAsync(due[0], cancellationToken);
        var open = EditionReading.Open(await editions.OpportunitiesAsync(edition.Id, cancellationToken), clock.Today());
        audit.Changes("edition", edition.Id);
        if (open.Count == 0)
        {
            // Everything in it was withdrawn meanwhile: an empty mail helps nobody, the editor finds it among the drafts.
            await db.ExecuteAsync(BackToDraft, new { edition.Id, Now = now }, cancellationToken);
            return null;
        }

        var text = editions.Print(edition.Number, edition.Title, edition.Intro, open);
        if (await db.ExecuteAsync(Begin, new { edition.Id, Now = now, text.Subject, text.MailHtml, text.MailText, text.PageHtml }, cancellationToken, AnotherIsSending) == 0)
        {
            return null;
        }

        await db.ExecuteAsync(LeaveOut, new { edition.Id, Today = clock.Today() }, cancellationToken);
        await db.ExecuteAsync(InsertDeliveries, new { edition.Id, Now = now }, cancellationToken);
        return edition.Number;
    }

    private static ConflictException AnotherIsSending() => new("edition.another-sending", new("Un altro numero è in corso di invio.", "Another edition is being sent."));
}
