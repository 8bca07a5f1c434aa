using System.Globalization;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>The parts of a cursor that is an instant and an id; one that was made up is refused.</summary>
internal static class Cursors
{
    public static DateTimeOffset Instant(string part) =>
        DateTimeOffset.TryParseExact(part, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : throw Invented();

    public static Guid Id(string part) => Guid.TryParse(part, out var id) ? id : throw Invented();

    private static FieldException Invented() => new("cursor", "paging.cursor", new(
        "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
        "The point to continue the list from is not valid: start again from the first page."));
}
