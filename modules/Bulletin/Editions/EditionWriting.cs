using FluentValidation;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Bulletin.Editions;

internal sealed class EditionContentValidator : AbstractValidator<EditionContent>
{
    private const int MostOpportunities = 200;
    private const int MostSections = 50;
    private static readonly Words Twice = new("Ogni opportunità compare una volta sola nel numero.", "Each opportunity appears only once in an edition.");
    private static readonly Words TooMany = new("Un numero contiene al massimo 200 opportunità.", "An edition holds at most 200 opportunities.");
    private static readonly Words TooManySections = new("Un numero contiene al massimo 50 sezioni.", "An edition holds at most 50 sections.");
    private static readonly Words Untitled = new("Ogni sezione ha un titolo, al massimo di 120 caratteri.", "Each section has a title of at most 120 characters.");

    private static readonly Words BrokenTitle = new(
        "Il titolo di una sezione sta su una riga sola: togliere gli a capo.", "The title of a section is one line: take out the line breaks.");

    public EditionContentValidator()
    {
        RuleFor(edition => edition.Title).NotEmpty().MaximumLength(200).IsOneLine();
        RuleFor(edition => edition.Intro).MaximumLength(20_000);
        RuleFor(edition => edition.Sections)
            .Must(sections => (sections ?? []).Count <= MostSections).WithErrorCode("edition.too-many-sections").WithMessage(_ => TooManySections.ToString())
            .Must(sections => Ids(sections).Count <= MostOpportunities).WithErrorCode("edition.too-many-opportunities").WithMessage(_ => TooMany.ToString())
            .Must(sections => Ids(sections).Distinct().Count() == Ids(sections).Count).WithErrorCode("edition.opportunity-twice").WithMessage(_ => Twice.ToString())
            .Must(sections => (sections ?? []).All(section => section is { Title: { } title } && title.Trim().Length is > 0 and <= 120))
            .WithErrorCode("edition.section-title").WithMessage(_ => Untitled.ToString())
            .Must(sections => (sections ?? []).All(section => OneLine.Holds(section?.Title))).WithErrorCode(OneLine.Code).WithMessage(_ => BrokenTitle.ToString());
    }

    public static IReadOnlyList<Guid> Ids(IReadOnlyList<SectionContent>? sections) => [.. (sections ?? []).SelectMany(section => section?.OpportunityIds ?? [])];
}

/// <summary>How an edition's sections become rows: those without opportunities too, so that saving loses nothing of what was typed.</summary>
internal static class EditionWriting
{
    public const string InsertItem = """
        insert into bulletin_edition_item (edition_id, position, section, opportunity_id)
        select @EditionId, @Position, @Section, id
        from   bulletin_opportunity
        where  id = @OpportunityId
        """;

    public const string InsertSection = "insert into bulletin_edition_section (edition_id, position, title, begins_at) values (@EditionId, @Position, @Title, @BeginsAt)";
    public const string DeleteItems = "delete from bulletin_edition_item where edition_id = @EditionId";
    public const string DeleteSections = "delete from bulletin_edition_section where edition_id = @EditionId";

    public static async Task WriteSectionsAsync(IDbSession db, Guid editionId, EditionContent content, CancellationToken ct)
    {
        var sections = new List<SectionRow>();
        var items = new List<ItemRow>();
        foreach (var section in content.Sections ?? [])
        {
            var title = section.Title!.Trim();
            sections.Add(new(editionId, sections.Count, title, items.Count));
            foreach (var id in section.OpportunityIds ?? [])
            {
                items.Add(new(editionId, items.Count, title, id));
            }
        }

        if (sections.Count > 0)
        {
            await db.ExecuteAsync(InsertSection, sections, ct);
        }

        if (items.Count > 0 && await db.ExecuteAsync(InsertItem, items, ct) != items.Count)
        {
            throw new FieldException("sections", "edition.opportunity-unknown", new(
                "Una delle opportunità scelte non esiste più: ricaricare l'elenco.", "One of the chosen opportunities is gone: reload the list."));
        }
    }

    private sealed record SectionRow(Guid EditionId, int Position, string Title, int BeginsAt);

    private sealed record ItemRow(Guid EditionId, int Position, string Section, Guid OpportunityId);
}
