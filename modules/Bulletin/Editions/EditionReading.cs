using InclusionPlatform.Shared.Mail;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Reads an edition and prints it; shared by the preview, the test mail and the sending, so that they cannot differ.</summary>
internal sealed class EditionReading(IDbSession db, IOptions<ServiceOptions> service)
{
    private const string SelectEdition = """
        select id as Id, number as Number, title as Title, intro as Intro, state as State, scheduled_at as ScheduledAt, sending_started_at as SendingStartedAt, sent_at as SentAt,
               subject as Subject, mail_html as MailHtml, mail_text as MailText, page_html as PageHtml, version as Version
        from   bulletin_edition
        where  number = @Number
        """;

    private const string SelectPrinted = """
        select o.id as Id, i.section as Section, o.kind as Kind, o.title as Title, o.description as Description, o.organiser as Organiser, o.municipality as Municipality,
               o.contract_type as ContractType, o.hours as Hours, o.requirements as Requirements, o.apply_url as ApplyUrl, o.apply_email as ApplyEmail, o.apply_phone as ApplyPhone,
               o.deadline as Deadline, o.positions as Positions, o.state as State
        from   bulletin_edition_item i
        join   bulletin_opportunity o on o.id = i.opportunity_id
        where  i.edition_id = @EditionId
        order by i.position
        """;

    private const string SelectOne = """
        select id as Id, @Section as Section, kind as Kind, title as Title, description as Description, organiser as Organiser, municipality as Municipality,
               contract_type as ContractType, hours as Hours, requirements as Requirements, apply_url as ApplyUrl, apply_email as ApplyEmail, apply_phone as ApplyPhone,
               deadline as Deadline, positions as Positions, state as State
        from   bulletin_opportunity
        where  id = @Id
        """;

    public async Task<EditionRow> EditionAsync(int number, CancellationToken ct) =>
        await db.FindAsync<EditionRow>(SelectEdition, new { Number = number }, ct) ?? throw new NotFoundException("edition");

    public Task<IReadOnlyList<PrintedOpportunity>> OpportunitiesAsync(Guid editionId, CancellationToken ct) => db.QueryAsync<PrintedOpportunity>(SelectPrinted, new { EditionId = editionId }, ct);

    /// <summary>The edition as it is mailed: frozen once its sending began, before that what is published today.</summary>
    public async Task<EditionText> TextAsync(EditionRow edition, DateOnly today, CancellationToken ct)
    {
        if (edition.MailHtml is not null)
        {
            return new(edition.Subject!, edition.MailHtml, edition.MailText!, edition.PageHtml!);
        }

        return Print(edition.Number, edition.Title, edition.Intro, Open(await OpportunitiesAsync(edition.Id, ct), today));
    }

    /// <summary>What is being composed and not saved yet.</summary>
    public async Task<EditionText> TextAsync(int number, EditionContent content, DateOnly today, CancellationToken ct)
    {
        var printed = new List<PrintedOpportunity>();
        foreach (var (section, id) in (content.Sections ?? []).SelectMany(section => (section.OpportunityIds ?? []).Select(id => (section.Title, id))))
        {
            if (await db.FindAsync<PrintedOpportunity>(SelectOne, new { Id = id, Section = section?.Trim() ?? "" }, ct) is { } opportunity)
            {
                printed.Add(opportunity);
            }
        }

        return Print(number, content.Title?.Trim() ?? "", content.Intro ?? "", Open(printed, today));
    }

    public EditionText Print(int number, string title, string intro, IReadOnlyList<PrintedOpportunity> opportunities) =>
        EditionText.Of(number, title, intro, opportunities, service.Value.ServiceName, service.Value.Link);

    public static IReadOnlyList<PrintedOpportunity> Open(IEnumerable<PrintedOpportunity> opportunities, DateOnly today) =>
        [.. opportunities.Where(opportunity => opportunity.State == Opportunities.OpportunityState.Published && (opportunity.Deadline is null || opportunity.Deadline >= today))];
}

internal sealed record EditionRow(
    Guid Id, int Number, string Title, string Intro, EditionState State, DateTimeOffset? ScheduledAt, DateTimeOffset? SendingStartedAt, DateTimeOffset? SentAt,
    string? Subject, string? MailHtml, string? MailText, string? PageHtml, int Version);
