using InclusionPlatform.Internships.Lifecycle;
using MediatR;

namespace InclusionPlatform.Internships.Course;

/// <summary>Lets the amendments whose day has come take effect, each once, whoever runs this and however often. Of internships that ended before, nothing changes any more.</summary>
internal sealed record ApplyAmendments : ICommand;

internal sealed class ApplyAmendmentsHandler(IDbSession db, AmendmentBook book, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ApplyAmendments, Unit>
{
    private const int AtOnce = 500;

    private const string SelectDue = """
        select v.id as Id, v.internship_id as InternshipId, v.weekly_hours as WeeklyHours, v.week_hours as WeekHours, v.workplace as Workplace, v.host_tutor as HostTutor, v.promoter_tutor as PromoterTutorId,
               v.case_manager as CaseManager
        from   internships_amendment v
        join   internships_internship i on i.id = v.internship_id
        where  v.applied_at is null and v.effective_on <= @Today and i.state = 'active'
        order by v.effective_on, v.id
        """;

    // What stood on the last day before, not on the day on which it was recorded.
    private const string Claim = """
        update internships_amendment
        set    applied_at = @Now, weekly_hours_before = @WeeklyHours, week_hours_before = @WeekHours, usual_week_before = @UsualWeek, workplace_before = @Workplace, host_tutor_before = @HostTutor,
               promoter_tutor_before = @PromoterTutorId, case_manager_before = @CaseManager
        where  id = @Id and applied_at is null
        """;

    public async Task<Unit> Handle(ApplyAmendments request, CancellationToken cancellationToken)
    {
        var due = await db.TopAsync<DueRow>(SelectDue, new { Today = clock.Today() }, AtOnce, cancellationToken);
        foreach (var one in due)
        {
            var row = (await db.FindAsync<InternshipRow>(InternshipRow.SelectById, new { Id = one.InternshipId }, cancellationToken))!;
            var values = new
            {
                one.Id,
                Now = clock.GetUtcNow(),
                WeeklyHours = row.WholeHours,
                row.WeekHours,
                UsualWeek = await book.UsualWeekAsync(row.Id, cancellationToken),
                row.Workplace,
                row.HostTutor,
                row.PromoterTutorId,
                row.CaseManager,
            };
            if (await db.ExecuteAsync(Claim, values, cancellationToken) == 1)
            {
                // Nobody else writes between the claim and this: one that did makes the whole run fail, and the next one does it.
                if (!await book.TakesEffectAsync(row, row.Version, new(one.WeeklyHours, one.WeekHours, one.Workplace, one.HostTutor, one.PromoterTutorId, one.CaseManager), cancellationToken))
                {
                    throw new StaleVersionException();
                }

                audit.Changes("internship", row.Id);
                audit.Changes("beneficiary", row.BeneficiaryId);
            }
        }

        return Unit.Value;
    }

    private sealed record DueRow(Guid Id, Guid InternshipId, int WeeklyHours, string? WeekHours, string? Workplace, string HostTutor, Guid PromoterTutorId, string? CaseManager);
}
