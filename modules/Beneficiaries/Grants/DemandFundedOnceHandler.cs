using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Grants.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>Lets a programme pay an internship unless another one pays the same already. Holds the programme, then the person, in the order of every command of this room.</summary>
internal sealed class DemandFundedOnceHandler(GrantBook book) : IRequestHandler<DemandFundedOnce, Unit>
{
    public async Task<Unit> Handle(DemandFundedOnce request, CancellationToken cancellationToken)
    {
        await book.HoldProgrammeAsync(request.ProgrammeId, cancellationToken);
        await book.HoldPersonAsync(request.BeneficiaryId, cancellationToken);
        var wanted = new Funding(request.ProgrammeId, "", GrantKind.Allowance, new(FundedActionKind.Internship, request.InternshipId), request.StartsOn, request.EndsOn);
        ActionIsFundedOnce.Check(wanted, await book.GrantedAsync(request.BeneficiaryId, cancellationToken), "programmeId");
        return Unit.Value;
    }
}
