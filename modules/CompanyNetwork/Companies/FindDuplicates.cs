using FluentValidation;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Looks for companies that may be the one about to be saved.</summary>
/// <param name="Name">The legal name, as far as it is written.</param>
/// <param name="Municipality">ISTAT code of its municipality.</param>
/// <param name="Except">Id of the company that is being changed, which is no double of itself.</param>
internal sealed record FindDuplicates(string? VatNumber, string? Name, string? Municipality, string? Phone, string? Email, Guid? Except) : IQuery<LikelyDuplicates>;

/// <param name="Items">Companies that may be the one about to be saved.</param>
internal sealed record LikelyDuplicates(IReadOnlyList<LikelyDuplicate> Items);

/// <summary>Why a company is taken for the same.</summary>
internal enum DuplicateReason
{
    VatNumber,
    NameAndMunicipality,
    Phone,
    Email,
    Name,
}

/// <param name="Name">The legal name.</param>
/// <param name="IsArchived">Whether it is archived.</param>
internal sealed record LikelyDuplicate(Guid Id, string Name, string? MunicipalityName, string? VatNumber, string? Phone, string? Email, bool IsArchived, IReadOnlyList<DuplicateReason> Reasons);

internal static class FindDuplicatesEndpoint
{
    public static void MapFindDuplicates(this IEndpointRouteBuilder companies) => companies
        .MapPost("/duplicate-check", Handle)
        .WithName("findDuplicateCompanies")
        .WithSummary("Look for likely duplicates before saving")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<LikelyDuplicates>> Handle(FindDuplicates body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class FindDuplicatesValidator : AbstractValidator<FindDuplicates>
{
    public FindDuplicatesValidator()
    {
        RuleFor(check => check.Name).MaximumLength(200);
        RuleFor(check => check.VatNumber).MaximumLength(40);
        RuleFor(check => check.Phone).MaximumLength(40);
        RuleFor(check => check.Email).MaximumLength(254);
    }
}

internal sealed class FindDuplicatesHandler(IDbSession db) : IRequestHandler<FindDuplicates, LikelyDuplicates>
{
    private const int Most = 10;

    private const string SelectAlike = """
        select id as Id, name as Name, sort_name as SortName, municipality as Municipality, vat_number as VatNumber, phone as Phone, phone_key as PhoneKey, email as Email, archived_at as ArchivedAt
        from   company_network_company
        where  vat_number = @VatNumber
        union
        select id, name, sort_name, municipality, vat_number, phone, phone_key, email, archived_at
        from   company_network_company
        where  sort_name = @SortName
        union
        select id, name, sort_name, municipality, vat_number, phone, phone_key, email, archived_at
        from   company_network_company
        where  phone_key = @PhoneKey
        union
        select c.id, c.name, c.sort_name, c.municipality, c.vat_number, c.phone, c.phone_key, c.email, c.archived_at
        from   company_network_company_key k
               join company_network_company c on c.id = k.company_id
        where  k.kind = 'mail' and k.key_value = @Email
        order by SortName, Id
        """;

    public async Task<LikelyDuplicates> Handle(FindDuplicates request, CancellationToken cancellationToken)
    {
        var sought = new { VatNumber = CompanyIdentifiers.Vat(request.VatNumber), SortName = CompanyWords.SortName(request.Name ?? ""), PhoneKey = CompanyIdentifiers.PhoneKey(request.Phone), Email = request.Email?.Trim().ToLowerInvariant() };
        var rows = await db.TopAsync<Alike>(SelectAlike, sought, Most + 1, cancellationToken);
        return new([.. rows.Where(row => row.Id != request.Except).Take(Most)
            .Select(row => new LikelyDuplicate(
                row.Id, row.Name, Municipalities.ByIstat(row.Municipality)?.NameWithProvince, row.VatNumber, row.Phone, row.Email, row.ArchivedAt is not null,
                [.. Reasons(row, sought.VatNumber, sought.SortName, request.Municipality, sought.PhoneKey, sought.Email)]))
            .OrderBy(duplicate => duplicate.Reasons.Min())]);
    }

    private static IEnumerable<DuplicateReason> Reasons(Alike row, string? vatNumber, string sortName, string? municipality, string? phoneKey, string? email)
    {
        if (vatNumber is not null && row.VatNumber == vatNumber)
        {
            yield return DuplicateReason.VatNumber;
        }

        if (row.SortName == sortName)
        {
            yield return row.Municipality is not null && row.Municipality == municipality ? DuplicateReason.NameAndMunicipality : DuplicateReason.Name;
        }

        if (phoneKey is not null && row.PhoneKey == phoneKey)
        {
            yield return DuplicateReason.Phone;
        }

        if (!string.IsNullOrEmpty(email) && row.Email == email)
        {
            yield return DuplicateReason.Email;
        }
    }

    private sealed record Alike(Guid Id, string Name, string SortName, string? Municipality, string? VatNumber, string? Phone, string? PhoneKey, string? Email, DateTimeOffset? ArchivedAt);
}
