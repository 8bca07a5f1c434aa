namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>A consent of one of two records that become one.</summary>
internal sealed record KeptConsent(Guid Id, Guid PersonId, string Purpose, DateOnly GivenOn, DateOnly? WithdrawnOn);

/// <summary>A consent that ends by the merge: replaced by a newer one, or taken back.</summary>
internal sealed record EndingConsent(Guid Id, DateOnly On, bool Superseded);

/// <summary>
/// The later will of the person counts (GDPR art. 7(3)): of two consents in force for one purpose the newer stays, and a consent is over if the other record shows that the person
/// took it back afterwards.
/// </summary>
internal static class ConsentsOfBoth
{
    public static IReadOnlyList<EndingConsent> Ending(IReadOnlyList<KeptConsent> consents) => [.. consents.GroupBy(consent => consent.Purpose).SelectMany(OfPurpose)];

    private static IEnumerable<EndingConsent> OfPurpose(IEnumerable<KeptConsent> consents)
    {
        var all = consents.ToList();
        var inForce = all.Where(consent => consent.WithdrawnOn is null).OrderByDescending(consent => consent.GivenOn).ThenByDescending(consent => consent.Id).ToList();
        if (inForce.Count == 0)
        {
            yield break;
        }

        foreach (var older in inForce.Skip(1))
        {
            yield return new(older.Id, inForce[0].GivenOn, Superseded: true);
        }

        var newest = inForce[0];
        var takenBack = all.Where(consent => consent.PersonId != newest.PersonId).Max(consent => consent.WithdrawnOn);
        if (inForce.Count == 1 && takenBack > newest.GivenOn)
        {
            yield return new(newest.Id, takenBack.Value, Superseded: false);
        }
    }
}
