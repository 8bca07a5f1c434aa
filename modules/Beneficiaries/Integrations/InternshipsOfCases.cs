using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>A case knows whether an internship runs: it is not stalled then, and cannot close over it.</summary>
internal sealed class InternshipBegan(IDbSession db) : INotificationHandler<InternshipActivated>
{
    private const string Update = """
        update beneficiaries_case
        set    open_internships = open_internships + 1,
               last_activity_on = case when last_activity_on < @StartsOn then @StartsOn else last_activity_on end
        where  id = @CaseId
        """;

    public Task Handle(InternshipActivated notification, CancellationToken cancellationToken) =>
        db.ExecuteAsync(Update, new { notification.CaseId, notification.StartsOn }, cancellationToken);
}

/// <inheritdoc cref="InternshipBegan"/>
internal sealed class InternshipCeased(IDbSession db) : INotificationHandler<InternshipEnded>
{
    private const string Update = """
        update beneficiaries_case
        set    open_internships = case when open_internships > 0 then open_internships - 1 else 0 end,
               last_activity_on = case when last_activity_on < @EndedOn then @EndedOn else last_activity_on end
        where  id = @CaseId
        """;

    public Task Handle(InternshipEnded notification, CancellationToken cancellationToken) =>
        db.ExecuteAsync(Update, new { notification.CaseId, notification.EndedOn }, cancellationToken);
}

/// <summary>A job that came of an internship is news of the case: whoever answers for it hears of it where follow-ups are kept.</summary>
internal sealed class InternshipBecameAJob(IDbSession db, INotifications notifications) : INotificationHandler<InternshipHired>
{
    private const string Update = "update beneficiaries_case set last_activity_on = @HiredOn where id = @CaseId and last_activity_on < @HiredOn";

    private const string SelectCase = "select beneficiary_id as BeneficiaryId, manager_id as ManagerId from beneficiaries_case where id = @CaseId";

    public async Task Handle(InternshipHired notification, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Update, new { notification.CaseId, notification.HiredOn }, cancellationToken);
        if (await db.FindAsync<Row>(SelectCase, new { notification.CaseId }, cancellationToken) is { } row)
        {
            await notifications.NotifyAsync([row.ManagerId], "case.hired", null, $"/beneficiaries/{row.BeneficiaryId}", cancellationToken);
        }
    }

    private sealed record Row(Guid BeneficiaryId, Guid ManagerId);
}
