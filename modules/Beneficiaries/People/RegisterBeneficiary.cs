using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.People.Rules;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Registers a person; the case is opened afterwards.</summary>
internal sealed record RegisterBeneficiary(PersonDetails Person) : ICommand<RegisteredBeneficiary>;

internal sealed record RegisteredBeneficiary(Guid Id);

internal static class RegisterBeneficiaryEndpoint
{
    public static void MapRegisterBeneficiary(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/", Handle)
        .WithName("registerBeneficiary")
        .WithSummary("Register a person")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<RegisteredBeneficiary>> Handle(PersonDetails body, IMediator mediator, CancellationToken ct)
    {
        var registered = await mediator.Send(new RegisterBeneficiary(body), ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{registered.Id}", registered);
    }
}

internal sealed class RegisterBeneficiaryValidator(TimeProvider clock) : CarriesDetails<RegisterBeneficiary>(clock, command => command.Person);

internal sealed class RegisterBeneficiaryHandler(IDbSession db, SensitiveFields sensitive, DuplicateFinder duplicates, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RegisterBeneficiary, RegisteredBeneficiary>
{
    private const string Insert = """
        insert into beneficiaries_person (
            id, version, surname, name, preferred_name, sort_name, sex, gender, birth_date, birthplace, citizenship, tax_code_hash, tax_code_family_hash,
            health_code_hash, name_and_birth_hash, identifiers_cipher, contacts_cipher, addresses_cipher, domicile_istat, education, unemployed_since,
            minor_children, single_parent, mobility, wished_sectors, restricted, has_case, registered_by, registered_at)
        values (
            @Id, 1, @Surname, @Name, @PreferredName, @SortName, @Sex, @Gender, @BirthDate, @Birthplace, @Citizenship, @TaxCodeHash, @TaxCodeFamilyHash,
            @HealthCodeHash, @NameAndBirthHash, @IdentifiersCipher, @ContactsCipher, @AddressesCipher, @DomicileIstat, @Education, @UnemployedSince,
            @MinorChildren, @SingleParent, @Mobility, @WishedSectors, 0, 0, @By, @At)
        """;

    public async Task<RegisteredBeneficiary> Handle(RegisterBeneficiary request, CancellationToken cancellationToken)
    {
        var person = request.Person;
        TaxCodeMatchesPerson.Check(person, person.Identifiers);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var row = PersonColumns.Of(id, person, person.Identifiers, person.Contacts, person.Addresses, sensitive);
        row.Add("By", user.Id);
        row.Add("At", now);
        await db.ExecuteAsync(Insert, row, cancellationToken, ifTaken: PersonColumns.Taken);
        await NameWords.WriteAsync(db, id, person, cancellationToken);
        await duplicates.SeekAsync(id, cancellationToken);
        audit.Changes("beneficiary", id);
        return new(id);
    }
}

/// <summary>The searchable words of a person's names; none of who became part of another.</summary>
internal static class NameWords
{
    private const string Delete = "delete from beneficiaries_name_word where beneficiary_id = @Id";

    private const string Insert = "insert into beneficiaries_name_word (word, beneficiary_id) values (@Word, @Id)";

    public static Task ForgetAsync(IDbSession db, Guid id, CancellationToken ct) => db.ExecuteAsync(Delete, new { Id = id }, ct);

    public static async Task WriteAsync(IDbSession db, Guid id, PersonDetails person, CancellationToken ct)
    {
        await db.ExecuteAsync(Delete, new { Id = id }, ct);
        var words = SearchText.Words($"{person.Surname} {person.Name} {person.PreferredName}").Where(word => word.Length <= 100).Distinct();
        await db.ExecuteAsync(Insert, words.Select(word => new { Word = word, Id = id }).ToArray(), ct);
    }
}
