using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>
/// The actions of a person that money may be assigned for: internships and courses by contract, and of the plan in force what no other module knows, so that one thing never has two ids.
/// Three statements and one for each case. Whoever asks sees the person in full.
/// </summary>
internal sealed class PersonActions(IDbSession db, GrantBook book, IMediator mediator, SensitiveFields sensitive)
{
    private const string SelectPlans = """
        select l.content_cipher
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        where  c.beneficiary_id = @PersonId and c.closed_on is null and l.state = 'inForce'
        """;

    public async Task<IReadOnlyList<FundableAction>> OfAsync(Guid personId, Guid programmeId, CancellationToken ct)
    {
        var paid = (await book.FundingsAsync(personId, ct)).Where(one => one.Action is not null && one.ProgrammeId != programmeId)
            .GroupBy(one => one.Action!).ToDictionary(one => one.Key, one => one.First().ProgrammeName);
        List<FundableAction> found = [];
        void Add(FundedActionKind kind, Guid id, string title, DateOnly? from, DateOnly? to) => found.Add(new(kind, id, title, from, to, paid.GetValueOrDefault(new(kind, id))));
        foreach (var caseId in await book.CasesAsync(personId, ct))
        {
            foreach (var one in await mediator.Send(new ListInternshipsOfCase(caseId), ct))
            {
                Add(FundedActionKind.Internship, one.InternshipId, one.Duties, one.StartsOn, one.EndsOn);
            }

            foreach (var one in await mediator.Send(new ListEnrolmentsOfCase(caseId), ct))
            {
                Add(FundedActionKind.Course, one.EnrolmentId, one.CourseTitle, one.StartsOn, one.EndsOn);
            }
        }

        foreach (var plan in await db.QueryAsync<string>(SelectPlans, new { PersonId = personId }, ct))
        {
            foreach (var action in sensitive.Open<PlanContent>(plan)!.Actions.Where(action => action.Kind is not (ActionKind.Internship or ActionKind.Course)))
            {
                Add(FundedActionKind.PlanAction, action.Id, action.Text, null, action.DueOn);
            }
        }

        return found;
    }
}
