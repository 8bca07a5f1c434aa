namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>What the form of a referral sends.</summary>
    public static Dictionary<string, object?> ReferralOf(Guid bodyId, Dictionary<string, object?>? person = null, string urgency = "ordinary", bool noIncome = false, string? receivedOn = null) => new()
    {
        ["referringBodyId"] = bodyId,
        ["referrer"] = new { name = "Carla Prova", role = "assistente sociale", phone = "0735 123456", email = "carla@example.test" },
        ["person"] = person ?? Person(),
        ["reason"] = "workInclusion",
        ["reasonText"] = "Motivazione riservatissima della segnalazione",
        ["urgency"] = urgency,
        ["consentOn"] = "2026-11-20",
        ["consentKind"] = "signed",
        ["noIncome"] = noIncome,
        ["receivedOn"] = receivedOn,
        ["senderReference"] = "prot. 12/2026",
    };

    /// <summary>A received referral, written down by the educator unless somebody else is named.</summary>
    public async Task<Guid> Referral(ApiUser? by = null, string bodyKind = "socialAmbit", Dictionary<string, object?>? person = null, string urgency = "ordinary", bool noIncome = false, string? receivedOn = null) =>
        (await (by ?? await As(Role.Educator)).Post("referrals", ReferralOf(await ReferringBody(bodyKind), person, urgency, noIncome, receivedOn)).Expect(201)).Id;

    /// <summary>A meeting of today with the coordinator and somebody of a partner body in it, and the referrals on its agenda.</summary>
    public async Task<Guid> Reading(Guid[] referralIds, Guid? colleagueId = null, string heldOn = "2026-11-23")
    {
        var coordinator = await As(Role.Coordinator);
        var me = (await coordinator.Get("auth/me").Expect(200)).Id;
        object[] members = [new { userId = (Guid?)me, name = (string?)null }, new { userId = (Guid?)null, name = (string?)"Dott.ssa Esterna" }];
        if (colleagueId is not null)
        {
            members = [.. members, new { userId = colleagueId, name = (string?)null }];
        }

        var reading = (await coordinator.Post("case-readings", new { heldOn, startsAt = "09:30", place = "Sala riunioni", members }).Expect(201)).Id;
        if (referralIds.Length > 0)
        {
            await coordinator.Post($"case-readings/{reading}/agenda", new { referralIds }).Expect(204);
        }

        return reading;
    }

    /// <summary>Records a decision.</summary>
    public async Task<Reply> Decision(Guid reading, Guid referral, string decision, int expect = 200, object? takingOn = null, string? declineReason = null, string? code = null) =>
        await (await As(Role.Coordinator)).Post(
            $"case-readings/{reading}/agenda/{referral}/decision", new { decision, reason = "Deciso insieme", declineReason = decision == "declined" ? declineReason ?? "outsideArea" : null, takingOn }).Expect(expect, code);

    /// <summary>A referral that an équipe put on the waiting list.</summary>
    public async Task<Guid> Waiting(string bodyKind = "socialAmbit", Dictionary<string, object?>? person = null, string urgency = "ordinary", bool noIncome = false)
    {
        var referral = await Referral(bodyKind: bodyKind, person: person, urgency: urgency, noIncome: noIncome);
        var reading = await Reading([referral]);
        await Decision(reading, referral, "waitingList");
        await CloseMinutes(reading);
        return referral;
    }

    /// <summary>Closes the minutes with everybody present.</summary>
    public async Task CloseMinutes(Guid reading)
    {
        var coordinator = await As(Role.Coordinator);
        var record = await coordinator.Get($"case-readings/{reading}").Expect(200);
        var present = record["members"]!.AsArray().Select(member => member!["id"]!.GetValue<Guid>()).ToArray();
        await coordinator.Post($"case-readings/{reading}/minutes", new { minutes = "Verbale riservatissimo", presentMemberIds = present }, ("If-Match", $"\"{record.Version}\"")).Expect(204);
    }

    /// <summary>A third-party system with the given scopes.</summary>
    public async Task<ApiUser> Client(TestPlatform platform, params string[] scopes)
    {
        var made = await (await As(Role.Administrator)).Post("api-clients", new { name = "Ente di prova", scopes }).Expect(201);
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = made["clientId"]!.ToString(), ["client_secret"] = made["clientSecret"]!.ToString(),
        });
        var token = (await new ApiUser(platform.CreateDefaultClient()).Send(HttpMethod.Post, "auth/token", form).Expect(200))["access_token"]!.ToString();
        var http = platform.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new(http);
    }

    /// <summary>Who a session belongs to.</summary>
    public static async Task<Guid> IdOf(ApiUser user) => (await user.Get("auth/me").Expect(200)).Id;
}
