using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Opens accounts and towns for the office that pays: the need to know here is to pay, not to follow. Each person is in the log.</summary>
internal sealed class FindPayeesHandler(IDbSession db, SensitiveFields sensitive, ICurrentUser user, IAuditTrail audit)
    : IRequestHandler<FindPayees, FoundPayees>, IRequestHandler<NamePayees, IReadOnlyList<PayeeName>>, IRequestHandler<DigestPayees, string>
{
    private const string Italy = "IT";

    private const string Select = $"""
        select    p.id as Id, p.surname as Surname, p.name as Name, p.addresses_cipher as Addresses, s.details_cipher as Account
        from      beneficiaries_person p
        left join beneficiaries_person_section s on s.beneficiary_id = p.id and s.section = 'bankAccount'
        where     p.id in {Batches.Keys}
        order by  p.id
        """;

    private const string SelectNames = $"""
        select p.id as Id, p.surname as Surname, p.name as Name
        from   beneficiaries_person p
        where  p.id in {Batches.Keys}
        """;

    public async Task<FoundPayees> Handle(FindPayees request, CancellationToken cancellationToken)
    {
        Demand();
        using var digest = BeginDigest();
        var opening = new List<Task<Payee[]>>();
        await foreach (var some in db.QueryAndDigestInBatchesAsync<Guid, Row>(Select, request.BeneficiaryIds.Order(), digest, cancellationToken))
        {
            // Beside the reading of the next ones.
            opening.Add(Task.Run(() => some.Select(PayeeOf).ToArray(), cancellationToken));
        }

        Payee[] payees = [.. (await Task.WhenAll(opening)).SelectMany(some => some)];
        Log(payees.Select(payee => payee.BeneficiaryId), request.Purpose);
        return new(payees, digest.End());
    }

    public async Task<IReadOnlyList<PayeeName>> Handle(NamePayees request, CancellationToken cancellationToken)
    {
        Demand();
        var rows = await db.QueryInBatchesAsync<Guid, NameRow>(SelectNames, request.BeneficiaryIds, null, cancellationToken);
        var words = SearchText.Words(request.Matching);
        PayeeName[] found = [.. rows.Select(row => new PayeeName(row.Id, $"{row.Surname} {row.Name}")).Where(payee => words.Count == 0 || Matches(payee.DisplayName, words))];
        Log(found.Select(payee => payee.BeneficiaryId), request.Purpose);
        return found;
    }

    public async Task<string> Handle(DigestPayees request, CancellationToken cancellationToken)
    {
        Demand();
        using var digest = BeginDigest();
        await db.DigestInBatchesAsync(Select, request.BeneficiaryIds.Order(), digest, cancellationToken);
        return digest.End();
    }

    // How an account is read, and what a town is called, is of the build.
    private static RowDigest BeginDigest()
    {
        var digest = new RowDigest();
        digest.Add(typeof(FindPayeesHandler).Module.ModuleVersionId.ToString());
        digest.Add(typeof(Municipalities).Module.ModuleVersionId.ToString());
        return digest;
    }

    private static bool Matches(string name, IReadOnlyList<string> words)
    {
        var parts = SearchText.Words(name);
        return words.All(word => parts.Any(part => part.StartsWith(word, StringComparison.Ordinal)));
    }

    // A line for some of them together: a month has thousands.
    private void Log(IEnumerable<Guid> people, string purpose)
    {
        foreach (var some in people.Chunk(Batches.Size))
        {
            audit.Lists("beneficiary", some, purpose);
        }
    }

    private Payee PayeeOf(Row row)
    {
        var account = sensitive.Open<BankAccountDetails>(row.Account);
        var addresses = sensitive.Open<PersonAddresses>(row.Addresses);
        var home = new[] { addresses?.Residence, addresses?.Domicile }.FirstOrDefault(address => Municipalities.ByIstat(address?.Municipality) is not null);
        var street = string.Join(' ', new[] { home?.Street, home?.Number }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new(
            row.Id, $"{row.Surname} {row.Name}", account?.HolderName ?? $"{row.Name} {row.Surname}", account?.Iban, Municipalities.ByIstat(home?.Municipality)?.Name, home?.PostalCode,
            street.Length == 0 ? null : street, Italy);
    }

    private void Demand()
    {
        if (!user.Has(BeneficiariesModule.Pay))
        {
            throw new ForbiddenException("payees.office-only", new(
                "Nomi e conti di chi va pagato li vede solo l'ufficio che paga.", "Names and accounts of who is to be paid are seen only by the office that pays."));
        }
    }

    private sealed record Row(Guid Id, string Surname, string Name, string? Addresses, string? Account);

    private sealed record NameRow(Guid Id, string Surname, string Name);
}
