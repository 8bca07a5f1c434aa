using System.Globalization;
using System.Text.Json;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>All that a merge chooses from: the registry, and by code the sections of the file and the mailbox, each as the text that is encrypted.</summary>
internal sealed record MergeSource(Guid Id, int Version, PersonDetails Person, IReadOnlyDictionary<string, string> Sections)
{
    public string? Section(string code) => Sections.GetValueOrDefault(code);

    public MergeSource WithSection(string code, string? text)
    {
        var sections = new Dictionary<string, string>(Sections);
        if (text is null)
        {
            sections.Remove(code);
        }
        else
        {
            sections[code] = text;
        }

        return this with { Sections = sections };
    }
}

/// <summary>One thing that a merge chooses: the survivor's, or the other's.</summary>
/// <param name="Code">As the client calls it.</param>
/// <param name="Masked">Shown only as far as it takes to choose, and chosen only by who sees both people in full.</param>
/// <param name="Text">What is written, for comparing and for keeping; null is nothing.</param>
/// <param name="Shown">What may be shown of it.</param>
/// <param name="Take">Takes it from another.</param>
internal sealed record MergeField(string Code, bool Masked, Func<MergeSource, string?> Text, Func<MergeSource, string?> Shown, Func<MergeSource, MergeSource, MergeSource> Take)
{
    /// <summary>Of the file and not of the registry, which is the names: shown and chosen only by who sees both people in full.</summary>
    public bool OfFile => Code is not ("surname" or "name" or "preferredName");

    public const string Mailbox = "mailbox";

    /// <summary>All of them, in the order of the screen.</summary>
    public static readonly IReadOnlyList<MergeField> All =
    [
        Open("surname", person => person.Surname, (to, from) => to with { Surname = from.Surname }),
        Open("name", person => person.Name, (to, from) => to with { Name = from.Name }),
        Open("preferredName", person => person.PreferredName, (to, from) => to with { PreferredName = from.PreferredName }),
        Open("birthDate", person => Day(person.BirthDate), (to, from) => to with { BirthDate = from.BirthDate }),
        Open("birthplace", person => person.Birthplace, (to, from) => to with { Birthplace = from.Birthplace }, person => Birthplaces.Find(person.Birthplace)?.Name),
        Open("sex", person => person.Sex?.Code(), (to, from) => to with { Sex = from.Sex }),
        Open("gender", person => person.Gender?.Code(), (to, from) => to with { Gender = from.Gender }),
        Open("citizenship", person => person.Citizenship, (to, from) => to with { Citizenship = from.Citizenship }, person => Countries.ByCode(person.Citizenship)?.Italian),
        Closed("taxCode", person => person.Identifiers?.TaxCode, Tail, (to, from) => to with
        {
            Identifiers = new(from.Identifiers?.TaxCode, to.Identifiers?.HealthCode, from.Identifiers?.TaxCodeConfirmed == true),
        }),
        Closed("healthCode", person => person.Identifiers?.HealthCode, Tail, (to, from) => to with
        {
            Identifiers = new(to.Identifiers?.TaxCode, from.Identifiers?.HealthCode, to.Identifiers?.TaxCodeConfirmed == true),
        }),
        Closed("phone", person => Some(person.Contacts?.Phone), Tail, (to, from) => to with { Contacts = new(from.Contacts?.Phone, to.Contacts?.Email, to.Contacts?.SafeContact, to.Contacts?.MailIsSafe == true) }),
        Closed("email", person => Some(person.Contacts?.Email), _ => null, (to, from) => to with { Contacts = new(to.Contacts?.Phone, from.Contacts?.Email, to.Contacts?.SafeContact, from.Contacts?.MailIsSafe == true) }),
        Closed("safeContact", person => Some(person.Contacts?.SafeContact), _ => null, (to, from) => to with { Contacts = new(to.Contacts?.Phone, to.Contacts?.Email, from.Contacts?.SafeContact, to.Contacts?.MailIsSafe == true) }),
        Closed("residence", person => SensitiveFields.Plain(person.Addresses?.Residence), _ => null, (to, from) => to with { Addresses = new(from.Addresses?.Residence, to.Addresses?.Domicile) }),
        Closed("domicile", person => SensitiveFields.Plain(person.Addresses?.Domicile), _ => null, (to, from) => to with { Addresses = new(to.Addresses?.Residence, from.Addresses?.Domicile) }),
        Open("education", person => Some(person.Education), (to, from) => to with { Education = from.Education }),
        Open("unemployedSince", person => Day(person.UnemployedSince), (to, from) => to with { UnemployedSince = from.UnemployedSince }),
        Open("minorChildren", person => person.MinorChildren?.ToString(CultureInfo.InvariantCulture), (to, from) => to with { MinorChildren = from.MinorChildren }),
        Open("singleParent", person => person.SingleParent is { } alone ? alone ? "true" : "false" : null, (to, from) => to with { SingleParent = from.SingleParent }),
        Open("mobility", person => person.Mobility?.Code(), (to, from) => to with { Mobility = from.Mobility }),
        Open("wishedSectors", person => Some(string.Join(',', person.WishedSectors ?? [])), (to, from) => to with { WishedSectors = from.WishedSectors }),
        .. Enum.GetValues<PersonSection>().Select(section => OfSection(section.Code())),
        OfSection(Mailbox),
    ];

    /// <summary>Takes those fields whose codes are named.</summary>
    public static MergeSource Merged(MergeSource survivor, MergeSource absorbed, IReadOnlyCollection<string> take) =>
        All.Where(field => take.Contains(field.Code)).Aggregate(survivor, (merged, field) => field.Take(merged, absorbed));

    /// <summary>All fields as texts, for undoing.</summary>
    public static string Snapshot(MergeSource source) => JsonSerializer.Serialize(source);

    /// <summary>What was kept by <see cref="Snapshot"/>.</summary>
    public static MergeSource Read(string snapshot) => JsonSerializer.Deserialize<MergeSource>(snapshot)!;

    /// <summary>Gives back each field whose value is still the one that the merge left; what was written since stays.</summary>
    public static MergeSource Restored(MergeSource current, MergeSource before, MergeSource after) =>
        All.Where(field => field.Text(current) == field.Text(after) && field.Text(before) != field.Text(after)).Aggregate(current, (restored, field) => field.Take(restored, before));

    private static MergeField Open(string code, Func<PersonDetails, string?> text, Func<PersonDetails, PersonDetails, PersonDetails> take, Func<PersonDetails, string?>? shown = null) => new(
        code, false, source => text(source.Person), source => (shown ?? text)(source.Person) ?? text(source.Person), (to, from) => to with { Person = take(to.Person, from.Person) });

    private static MergeField Closed(string code, Func<PersonDetails, string?> text, Func<string, string?> shown, Func<PersonDetails, PersonDetails, PersonDetails> take) => new(
        code, true, source => text(source.Person), source => text(source.Person) is { } written ? shown(written) : null, (to, from) => to with { Person = take(to.Person, from.Person) });

    private static MergeField OfSection(string code) => new(code, true, source => source.Section(code), _ => null, (to, from) => to.WithSection(code, from.Section(code)));

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    // Enough to tell two apart, and no more.
    private static string? Tail(string text) => text.Length > 4 ? $"…{text[^4..]}" : null;
}
