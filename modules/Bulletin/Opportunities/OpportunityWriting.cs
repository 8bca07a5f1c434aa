using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>How an opportunity's content becomes columns; shared by the first posting and every change.</summary>
internal static class OpportunityWriting
{
    public const string Update = """
        update bulletin_opportunity
        set    kind = @Kind, title = @Title, description = @Description, organiser = @Organiser, municipality_code = @MunicipalityCode, municipality = @Municipality,
               contract_type = @ContractType, hours = @Hours, requirements = @Requirements, apply_url = @ApplyUrl, apply_email = @ApplyEmail, apply_phone = @ApplyPhone,
               deadline = @Deadline, positions = @Positions, source = @Source, search_text = @SearchText, updated_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    public static Columns ColumnsOf(OpportunityContent content, Guid id, int version, string? source, DateTimeOffset now)
    {
        var place = OpportunityContentValidator.Place(content.Municipality);
        return new(
            id, version, content.Kind!.Value.Code(), Clean(content.Title)!, content.Description!.Trim(), Clean(content.Organiser)!, place?.Istat, place?.NameWithProvince,
            Clean(content.ContractType), Clean(content.Hours), Clean(content.Requirements), Clean(content.ApplyUrl), Clean(content.ApplyEmail), Clean(content.ApplyPhone),
            content.Deadline, content.Positions, source, SearchText.Normalize($"{content.Title} {content.Organiser} {place?.NameWithProvince} {content.ContractType}"), now);
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed record Columns(
        Guid Id, int Version, string Kind, string Title, string Description, string Organiser, string? MunicipalityCode, string? Municipality, string? ContractType, string? Hours,
        string? Requirements, string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, string? Source, string SearchText, DateTimeOffset Now)
    {
        public string State { get; init; } = "";

        public Guid? ClientId { get; init; }

        public string? ExternalReference { get; init; }

        public Guid By { get; init; }
    }
}
