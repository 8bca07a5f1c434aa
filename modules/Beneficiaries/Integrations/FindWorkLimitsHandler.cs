using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.WorkProfiles;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Tells from the work profile only the hours, and only to the équipe: whoever sees the registry alone gets the answer of a person without a profile.</summary>
internal sealed class FindWorkLimitsHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<FindWorkLimits, WorkLimits>
{
    private static readonly WorkLimits Unknown = new(false, [], null);

    private const string SelectSealed = "select details_cipher from beneficiaries_work_profile where case_id = @CaseId";

    public async Task<WorkLimits> Handle(FindWorkLimits request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        if (seen.Sight < Sight.Full || sensitive.Open<WorkProfileDetails>(await db.ScalarAsync<string>(SelectSealed, new { request.CaseId }, cancellationToken)) is not { } profile)
        {
            return Unknown;
        }

        if (!needToKnow.IsPlatform)
        {
            audit.Reads("beneficiary", seen.BeneficiaryId, "work-limits");
        }

        return new(true, [.. profile.Unavailable.Select(window => new BusyHours(window.Day, window.From, window.To))], profile.WeeklyHours);
    }
}
