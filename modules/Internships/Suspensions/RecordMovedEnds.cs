using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Suspensions;

/// <summary>
/// Puts the ends of running internships that suspensions had moved before they were asked for among those to communicate, each once. An extension that was recorded later told the end as it was then:
/// only what moved after it is missing.
/// </summary>
internal sealed record RecordMovedEnds : ICommand;

internal sealed class RecordMovedEndsHandler(IDbSession db, IFieldCipher cipher) : IRequestHandler<RecordMovedEnds, Unit>
{
    private const int AtOnce = 500;

    // Of an internship of which one is known all are: whatever was left out there was left out on purpose.
    private const string SelectUnknown = """
        select suspension.id as Id, suspension.internship_id as InternshipId, suspension.moved_days as MovedDays, suspension.at as At, suspension.by_id as ById, internship.ends_on as EndsOn
        from   internships_suspension suspension
        join   internships_internship internship on internship.id = suspension.internship_id
        where  internship.state = 'active' and suspension.withdrawn_at is null and suspension.moved_days > 0
               and not exists (
                   select 1 from internships_extension known
                   where  known.internship_id = suspension.internship_id and (known.suspension_id is not null or known.at >= suspension.at))
        order by suspension.internship_id, suspension.at desc, suspension.id desc
        """;

    public async Task<Unit> Handle(RecordMovedEnds request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<UnknownRow>(SelectUnknown, null, AtOnce, cancellationToken);
        foreach (var internship in rows.GroupBy(row => row.InternshipId))
        {
            // From the last one back: each began from the end that the one before it had left.
            var ends = internship.First().EndsOn;
            foreach (var row in internship)
            {
                var before = ends.AddDays(-row.MovedDays);
                await db.ExecuteAsync(MovedEnds.Insert, new
                {
                    Id = Guid.CreateVersion7(row.At), row.InternshipId, Before = before, EndsOn = ends, Reason = cipher.Protect(MovedEnds.Reason), SuspensionId = row.Id, row.At, By = row.ById,
                }, cancellationToken);
                ends = before;
            }
        }

        return Unit.Value;
    }

    private sealed record UnknownRow(Guid Id, Guid InternshipId, int MovedDays, DateTimeOffset At, Guid ById, DateOnly EndsOn);
}
