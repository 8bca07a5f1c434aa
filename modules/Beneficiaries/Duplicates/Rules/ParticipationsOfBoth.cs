namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>What was asked of a participant at the entry and at the exit.</summary>
internal sealed record AskedParticipation(
    DateOnly EnteredOn, string Gender, int Age, string? Education, string Employment, bool? LongTerm, string? Rural, string? Special, DateOnly? LeftOn, string? Situation, bool? Qualification,
    string? SixMonthsSituation, bool? Improved);

/// <summary>
/// Two records that took part in one programme were of one person, who is one participant: of a return into the same operation the first entry data count, and the last exit (Reg. EU 2021/1057, annex I,
/// as the common indicators are read).
/// </summary>
internal static class ParticipationsOfBoth
{
    /// <summary>The one participant. Of equal days the survivor's count.</summary>
    public static AskedParticipation Of(AskedParticipation survivor, AskedParticipation absorbed)
    {
        var entry = absorbed.EnteredOn < survivor.EnteredOn ? absorbed : survivor;
        var exit = Later(absorbed.LeftOn, survivor.LeftOn) ? absorbed : survivor;
        return entry with { LeftOn = exit.LeftOn, Situation = exit.Situation, Qualification = exit.Qualification, SixMonthsSituation = exit.SixMonthsSituation, Improved = exit.Improved };
    }

    /// <summary>The entry as it was before the merge, with the exit that was written since; an exit from before the entry is of the entry's day.</summary>
    public static AskedParticipation WithExitOf(AskedParticipation before, AskedParticipation now) => before with
    {
        LeftOn = now.LeftOn is { } left && left < before.EnteredOn ? before.EnteredOn : now.LeftOn,
        Situation = now.Situation, Qualification = now.Qualification, SixMonthsSituation = now.SixMonthsSituation, Improved = now.Improved,
    };

    // Whoever is still in leaves last.
    private static bool Later(DateOnly? one, DateOnly? other) => (one ?? DateOnly.MaxValue) > (other ?? DateOnly.MaxValue);
}
