using System.Security.Cryptography;
using System.Text;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Tells what the mandatory communication asks of a person: only to the équipe, and what is masked only when it is opened, logged as every other opening.</summary>
internal sealed class FindWorkerHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<FindWorker, Worker>
{
    private const string Select = """
        select sex as Sex, birthplace as Birthplace, citizenship as Citizenship, education as Education, identifiers_cipher as Identifiers, addresses_cipher as Addresses
        from   beneficiaries_person
        where  id = @BeneficiaryId
        """;

    public async Task<Worker> Handle(FindWorker request, CancellationToken cancellationToken)
    {
        // Who only wants to know what is there meets no refusal; who opens must be of the équipe.
        var seen = await needToKnow.CaseAsync(request.CaseId, request.Opens ? Sight.Full : Sight.Registry, cancellationToken);
        if (request.Opens)
        {
            needToKnow.DemandPerson(seen, "case");
        }

        if (seen.PersonSight < Sight.Full)
        {
            return Worker.Unknown;
        }

        var row = (await db.FindAsync<Row>(Select, new { seen.BeneficiaryId }, cancellationToken))!;
        var taxCode = sensitive.Open<PersonIdentifiers>(row.Identifiers)?.TaxCode;
        var addresses = sensitive.Open<PersonAddresses>(row.Addresses);
        var home = new[] { addresses?.Domicile, addresses?.Residence }.FirstOrDefault(address => Municipalities.ByIstat(address?.Municipality) is not null);
        var level = CodeLists.IscedLevels.Find(row.Education);
        var known = new Worker(
            true, taxCode is not null, home is not null, row.Sex is Sex.Female, row.Birthplace is { } code && Birthplaces.Find(code) is { } place ? $"{place.Name} ({code})" : null,
            Countries.ByCode(row.Citizenship)?.Italian, level is null ? null : new Words(level.Italian, level.English), null, null, null)
        {
            Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', seen.BeneficiaryId, taxCode, row.Sex, row.Birthplace)))),
        };
        if (!request.Opens)
        {
            return known;
        }

        Told(SensitiveGroup.Identifiers);
        if (!request.OpensAddress)
        {
            return known with { TaxCode = taxCode };
        }

        Told(SensitiveGroup.Addresses);
        return known with { TaxCode = taxCode, Address = home is null ? null : LineOf(home), MunicipalityIstat = home?.Municipality };

        void Told(SensitiveGroup group) => audit.Reads("beneficiary", seen.BeneficiaryId, $"disclose-{group.Code()}:{DisclosurePurpose.FillDocument.Code()}");
    }

    private static string LineOf(Address address)
    {
        var street = string.Join(' ', new[] { address.Street, address.Number }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var town = string.Join(' ', new[] { address.PostalCode, Municipalities.ByIstat(address.Municipality)?.NameWithProvince }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return string.Join(", ", new[] { street, town }.Where(part => part.Length > 0));
    }

    private sealed record Row(Sex Sex, string? Birthplace, string? Citizenship, string? Education, string? Identifiers, string? Addresses);
}
