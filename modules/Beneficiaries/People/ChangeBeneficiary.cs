using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People.Rules;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Changes what is written of a person. Sensitive groups that are not given stay as they are.</summary>
internal sealed record ChangeBeneficiary(Guid Id, int Version, PersonDetails Person) : ICommand;

internal static class ChangeBeneficiaryEndpoint
{
    public static void MapChangeBeneficiary(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}", Handle)
        .WithName("changeBeneficiary")
        .WithSummary("Change a person's data")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, PersonDetails body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeBeneficiary(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeBeneficiaryValidator(TimeProvider clock) : CarriesDetails<ChangeBeneficiary>(clock, command => command.Person);

internal sealed class ChangeBeneficiaryHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, RectificationTrail trail, IAuditTrail audit) : IRequestHandler<ChangeBeneficiary, Unit>
{
    private const string SelectSealed = """
        select identifiers_cipher as Identifiers, contacts_cipher as Contacts, addresses_cipher as Addresses, surname as Surname, name as Name, preferred_name as PreferredName, sex as Sex,
               gender as Gender, birth_date as BirthDate, birthplace as Birthplace, citizenship as Citizenship, education as Education, unemployed_since as UnemployedSince,
               minor_children as MinorChildren, single_parent as SingleParent, mobility as Mobility, wished_sectors as WishedSectors
        from   beneficiaries_person
        where  id = @Id
        """;

    private const string Update = """
        update beneficiaries_person
        set    surname = @Surname, name = @Name, preferred_name = @PreferredName, sort_name = @SortName, sex = @Sex, gender = @Gender, birth_date = @BirthDate,
               birthplace = @Birthplace, citizenship = @Citizenship, tax_code_hash = @TaxCodeHash, tax_code_family_hash = @TaxCodeFamilyHash,
               health_code_hash = @HealthCodeHash, name_and_birth_hash = @NameAndBirthHash, identifiers_cipher = @IdentifiersCipher,
               contacts_cipher = @ContactsCipher, addresses_cipher = @AddressesCipher, domicile_istat = @DomicileIstat, education = @Education,
               unemployed_since = @UnemployedSince, minor_children = @MinorChildren, single_parent = @SingleParent, mobility = @Mobility,
               wished_sectors = @WishedSectors, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<Unit> Handle(ChangeBeneficiary request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        var person = request.Person;
        var kept = (await db.FindAsync<SealedGroups>(SelectSealed, new { request.Id }, cancellationToken))!;
        var identifiers = person.Identifiers ?? sensitive.Open<PersonIdentifiers>(kept.Identifiers);
        TaxCodeMatchesPerson.Check(person, identifiers);

        var row = PersonColumns.Of(
            request.Id, person, identifiers, person.Contacts ?? sensitive.Open<PersonContacts>(kept.Contacts), person.Addresses ?? sensitive.Open<PersonAddresses>(kept.Addresses), sensitive);
        row.Add("Version", request.Version);
        if (await db.ExecuteAsync(Update, row, cancellationToken, ifTaken: PersonColumns.Taken) == 0)
        {
            throw new StaleVersionException();
        }

        await trail.WriteAsync(request.Id, Written(kept, kept.Identifiers, kept.Contacts, kept.Addresses), Present(row), cancellationToken);
        await NameWords.WriteAsync(db, request.Id, person, cancellationToken);
        audit.Changes("beneficiary", request.Id);
        return Unit.Value;
    }

    private Dictionary<string, string?> Written(SealedGroups kept, string? identifiers, string? contacts, string? addresses) => new()
    {
        ["surname"] = kept.Surname,
        ["name"] = kept.Name,
        ["preferredName"] = kept.PreferredName,
        ["sex"] = kept.Sex,
        ["gender"] = kept.Gender,
        ["birthDate"] = Text(kept.BirthDate),
        ["birthplace"] = kept.Birthplace,
        ["citizenship"] = kept.Citizenship,
        ["education"] = kept.Education,
        ["unemployedSince"] = Text(kept.UnemployedSince),
        ["minorChildren"] = Text(kept.MinorChildren),
        ["singleParent"] = Text(kept.SingleParent),
        ["mobility"] = kept.Mobility,
        ["wishedSectors"] = kept.WishedSectors,
        ["identifiers"] = sensitive.OpenText(identifiers),
        ["contacts"] = sensitive.OpenText(contacts),
        ["addresses"] = sensitive.OpenText(addresses),
    };

    private Dictionary<string, string?> Present(Dictionary<string, object?> row) => new()
    {
        ["surname"] = Text(row["Surname"]),
        ["name"] = Text(row["Name"]),
        ["preferredName"] = Text(row["PreferredName"]),
        ["sex"] = Text(row["Sex"]),
        ["gender"] = Text(row["Gender"]),
        ["birthDate"] = Text(row["BirthDate"]),
        ["birthplace"] = Text(row["Birthplace"]),
        ["citizenship"] = Text(row["Citizenship"]),
        ["education"] = Text(row["Education"]),
        ["unemployedSince"] = Text(row["UnemployedSince"]),
        ["minorChildren"] = Text(row["MinorChildren"]),
        ["singleParent"] = Text(row["SingleParent"]),
        ["mobility"] = Text(row["Mobility"]),
        ["wishedSectors"] = Text(row["WishedSectors"]),
        ["identifiers"] = sensitive.OpenText((string?)row["IdentifiersCipher"]),
        ["contacts"] = sensitive.OpenText((string?)row["ContactsCipher"]),
        ["addresses"] = sensitive.OpenText((string?)row["AddressesCipher"]),
    };

    private static string? Text(object? value) => value is DateOnly day ? day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private sealed record SealedGroups(
        string? Identifiers, string? Contacts, string? Addresses, string Surname, string Name, string? PreferredName, string Sex, string Gender, DateOnly BirthDate, string? Birthplace,
        string? Citizenship, string? Education, DateOnly? UnemployedSince, int? MinorChildren, bool? SingleParent, string? Mobility, string? WishedSectors)
    {
        public string? WishedSectors { get; } = WishedSectors is { Length: > 0 } ? WishedSectors : null;
    }
}
