using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Companies proposed for somebody who was made anonymous are still counted; what was written freely goes.</summary>
internal sealed class PersonBecomesAnonymous(IDbSession db) : INotificationHandler<PersonAnonymised>
{
    private const string Blank = $"update company_network_referral set note = null, decline_note = null, version = version + 1 where case_id in {Batches.Keys}";

    public async Task Handle(PersonAnonymised notification, CancellationToken cancellationToken)
    {
        foreach (var batch in notification.CaseIds.Chunk(Batches.Size))
        {
            await db.ExecuteAsync(Blank, Batches.Parameters(batch), cancellationToken);
        }
    }
}

/// <summary>Companies that were proposed, in the copy of for whom they were.</summary>
internal sealed class ProposalsAreCopied(IDbSession db) : INotificationHandler<PersonCopyAsked>
{
    private const string Select = $"""
        select c.name as Company, r.state as State, r.proposed_at as ProposedAt, r.answered_at as AnsweredAt, r.note as Note, r.decline_reason as DeclineReason, r.decline_note as DeclineNote
        from   company_network_referral r
        join   company_network_company c on c.id = r.company_id
        where  r.case_id in {Batches.Keys}
        """;

    public async Task Handle(PersonCopyAsked notification, CancellationToken cancellationToken) => notification.Copy.Add(
        "companyProposals", new("Aziende proposte", "Companies proposed"), await db.QueryInBatchesAsync<Guid, Row>(Select, notification.CaseIds, null, cancellationToken), Words);

    internal static CopyGlossary Words { get; } = new(
        [("company", "Azienda"), ("state", "Stato"), ("proposedAt", "Proposta il"), ("answeredAt", "Risposta il"), ("note", "Nota"), ("declineReason", "Perché no"), ("declineNote", "Nota sul perché")],
        [
            ("proposed", "in attesa di risposta"), ("accepted", "accettata"), ("internship", "diventata tirocinio"), ("declined", "non accettata"), ("withdrawn", "ritirata"), ("expired", "scaduta senza risposta"),
            ("nobodySuitable", "nessuna persona adatta in quel momento"), ("tooFar", "troppo lontano"), ("hoursDoNotFit", "orari che non vanno bene"), ("dutiesDoNotFit", "mansioni che non vanno bene"),
            ("constraintsDoNotFit", "vincoli della mansione"), ("notInterested", "la persona non è interessata"), ("foundElsewhere", "trovato altrove"),
        ]);

    private sealed record Row(string Company, string State, DateTimeOffset ProposedAt, DateTimeOffset? AnsweredAt, string? Note, string? DeclineReason, string? DeclineNote);
}
