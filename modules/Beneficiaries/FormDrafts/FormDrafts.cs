using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Jobs;

namespace InclusionPlatform.Beneficiaries.FormDrafts;

/// <summary>The forms whose typing is kept.</summary>
internal enum DraftForm
{
    Diary,
    Plan,
    Assessment,
    Closing,
    WorkProfile,
    PersonEdit,
    Registration,
    GroupActivity,
    Referral,
}

/// <summary>Of whom a draft is: the case or person whose door was passed, or nobody yet.</summary>
internal sealed record DraftSubject(Guid? BeneficiaryId);

/// <summary>
/// The door to drafts: each is its author's only, and only while the author sees the person in full. What is typed of a person is sealed with that person's key; what is of
/// nobody yet (a registration, a referral, an activity of many) belongs to the account.
/// </summary>
internal sealed class DraftDesk(NeedToKnow needToKnow, ICurrentUser user)
{
    /// <summary>Days after which what nobody went on with is thrown away.</summary>
    public const int KeptDays = 30;

    /// <exception cref="NotFoundException">No such case or person, or none that may be seen.</exception>
    public async Task<DraftSubject> SubjectAsync(DraftForm form, Guid subjectId, CancellationToken ct) => form switch
    {
        DraftForm.Registration or DraftForm.GroupActivity or DraftForm.Referral => subjectId == user.Id ? new(null) : throw new NotFoundException("form-draft"),
        DraftForm.PersonEdit => new((await needToKnow.PersonAsync(subjectId, Sight.Full, ct)).Id),
        DraftForm.Closing => new((await needToKnow.CaseAsync(subjectId, Sight.Registry, ct)).BeneficiaryId),
        _ => new((await needToKnow.CaseAsync(subjectId, Sight.Full, ct)).BeneficiaryId),
    };
}

/// <summary>What the module registers and maps of this room.</summary>
internal static class FormDraftsRoom
{
    public static void AddFormDrafts(this IServiceCollection services)
    {
        services.AddScoped<DraftDesk>();
        services.AddJob(new JobSchedule("beneficiaries.drop-old-drafts", "0 40 3 * * ?", () => new DropOldDrafts()));
    }

    public static void MapFormDrafts(this IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/form-drafts").WithTags("Cases");
        drafts.MapGetFormDraft();
        drafts.MapKeepFormDraft();
        drafts.MapDropFormDraft();
    }
}
