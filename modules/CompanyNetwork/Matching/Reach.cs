using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>How far somebody gets with the best of their means, as the crow flies. The figures are rules of thumb for a daily way to work.</summary>
internal static class Reach
{
    private static readonly (Means Means, int KmAnHour, int UsualKm, Words Words)[] Best =
    [
        (Means.OwnCar, 45, 60, new("in auto", "by car")),
        (Means.Moped, 30, 25, new("in motorino", "by moped")),
        (Means.PublicTransport, 20, 40, new("con i mezzi pubblici", "by public transport")),
        (Means.Bicycle, 12, 10, new("in bicicletta", "by bicycle")),
        (Means.OnFoot, 4, 3, new("a piedi", "on foot")),
    ];

    /// <summary>At most so many kilometres; null when nothing is known, or when only a lift sets the limit.</summary>
    public static double? Km(FunctionalCriteria wish)
    {
        if (wish.Means.Contains(Means.NeedsLift))
        {
            return wish.ReachKm;
        }

        var best = Of(wish);
        var byTime = wish.ReachMinutes is { } minutes && best is { } mover ? mover.KmAnHour * minutes / 60.0 : (double?)null;
        return (wish.ReachKm, byTime) switch
        {
            ({ } km, { } time) => Math.Min(km, time),
            ({ } km, null) => km,
            (null, { } time) => time,
            _ => best?.UsualKm,
        };
    }

    /// <summary>"a piedi"; empty when not known.</summary>
    public static Words Moving(FunctionalCriteria wish) => Of(wish)?.Words ?? new("", "");

    private static (Means Means, int KmAnHour, int UsualKm, Words Words)? Of(FunctionalCriteria wish) =>
        Best.Where(best => wish.Means.Contains(best.Means)).Select(best => ((Means, int, int, Words)?)best).FirstOrDefault();
}
