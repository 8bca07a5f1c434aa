using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Grants.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>Lets a programme pay an edition of a course unless another one pays one of its places already. Holds the programme, then the people, in the order of every command of this room.</summary>
internal sealed class DemandCoursesFundedOnceHandler(IDbSession db, GrantBook book) : IRequestHandler<DemandCoursesFundedOnce, Unit>
{
    private const string SelectPerson = "select beneficiary_id from beneficiaries_case where id = @CaseId";

    public async Task<Unit> Handle(DemandCoursesFundedOnce request, CancellationToken cancellationToken)
    {
        await book.HoldProgrammeAsync(request.ProgrammeId, cancellationToken);
        foreach (var place in request.Places)
        {
            if (await db.ScalarAsync<Guid?>(SelectPerson, new { place.CaseId }, cancellationToken) is { } personId)
            {
                await book.HoldPersonAsync(personId, cancellationToken);
                var wanted = new Funding(request.ProgrammeId, "", null, new(FundedActionKind.Course, place.EnrolmentId), request.StartsOn, request.EndsOn);
                ActionIsFundedOnce.Check(wanted, await book.GrantedAsync(personId, cancellationToken), "programmeId");
            }
        }

        return Unit.Value;
    }
}
