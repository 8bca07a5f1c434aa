namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>A verified availability of a company.</summary>
    public async Task<Guid> Availability(Guid company, int places = 1, string? to = null) =>
        (await (await As(Role.CompanyOperator)).Post($"companies/{company}/availabilities", new { places, context = "productive", duties = "Aiuto cuoco", weeklyHours = 20, to }).Expect(201)).Id;

    /// <summary>The account of a role.</summary>
    public async Task<Guid> AccountOf(ApiUser user) => (await user.Get("auth/me").Expect(200)).Id;

    /// <summary>A place of the availability kept for the educator.</summary>
    public async Task<Guid> Referral(Guid availability, int? days = null, Guid? needId = null)
    {
        var educatorId = needId is null ? await AccountOf(await As(Role.Educator)) : (Guid?)null;
        return (await (await As(Role.CompanyOperator)).Post("company-referrals", new { availabilityId = availability, educatorId, needId, days }).Expect(201)).Id;
    }
}
