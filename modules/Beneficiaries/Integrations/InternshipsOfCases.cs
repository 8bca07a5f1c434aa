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
