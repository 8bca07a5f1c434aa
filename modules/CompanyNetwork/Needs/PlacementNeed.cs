using Dapper;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Why a need was closed.</summary>
internal enum NeedCloseReason
{
    /// <summary>A place was found.</summary>
    Met,

    /// <summary>It is not looked for any more.</summary>
    Dropped,
}

/// <summary>What an educator looks for, without naming anybody.</summary>
/// <param name="Id">The need.</param>
/// <param name="OpenedById">Who looks.</param>
/// <param name="OpenedByName">Their name.</param>
/// <param name="Sectors">Wished sectors; none means any.</param>
/// <param name="Municipality">ISTAT code of the middle of the area.</param>
/// <param name="MunicipalityName">Its name.</param>
/// <param name="MaxKm">How far from it.</param>
/// <param name="Context">What kind of place.</param>
/// <param name="WeeklyHours">Hours a week at most.</param>
/// <param name="Slots">Days and parts of the day that suit; none means any.</param>
/// <param name="HasLicence">Whether a duty that needs a driving licence suits.</param>
/// <param name="CanDoShifts">Whether shifts suit.</param>
/// <param name="MostEffort">The most physical effort that suits.</param>
/// <param name="NeedsInterruptions">Whether interruptions must be tolerated.</param>
/// <param name="Note">Anything else about the place.</param>
/// <param name="From">From when.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="CloseReason">Why.</param>
/// <param name="OpenReferrals">Companies proposed for it that wait for an answer.</param>
/// <param name="MayClose">Whoever asks may change and close it.</param>
/// <param name="Version">For the next change.</param>
internal sealed record PlacementNeed(
    Guid Id, Guid OpenedById, string? OpenedByName, IReadOnlyList<string> Sectors, string Municipality, string? MunicipalityName, int MaxKm, AvailabilityContext? Context, int? WeeklyHours,
    IReadOnlyList<WeekSlot> Slots, bool? HasLicence, bool? CanDoShifts, PhysicalEffort? MostEffort, bool? NeedsInterruptions, string? Note, DateOnly? From, DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt, NeedCloseReason? CloseReason, int OpenReferrals, bool MayClose, int Version) : IVersioned;

/// <summary>A need's row.</summary>
internal sealed record NeedRow(
    Guid Id, int Version, Guid OpenedBy, string Sectors, string Municipality, int MaxKm, AvailabilityContext? Context, int? WeeklyHours, string? Slots, bool? HasLicence, bool? CanDoShifts,
    PhysicalEffort? MostEffort, bool? NeedsInterruptions, string? Note, DateOnly? FromOn, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, NeedCloseReason? CloseReason, int OpenReferrals)
{
    private const int DefaultKm = 30;

    public const string Columns = """
        n.id as Id, n.version as Version, n.opened_by as OpenedBy, n.sectors as Sectors, n.municipality as Municipality, n.max_km as MaxKm, n.context as Context,
        n.weekly_hours as WeeklyHours, n.slots as Slots, n.has_licence as HasLicence, n.can_do_shifts as CanDoShifts, n.most_effort as MostEffort,
        n.needs_interruptions as NeedsInterruptions, n.note as Note, n.from_on as FromOn, n.opened_at as OpenedAt, n.closed_at as ClosedAt, n.close_reason as CloseReason
        """;

    private const string Waiting = "(select count(*) from company_network_referral r where r.need_id = n.id and r.state = 'proposed' and r.reserved_until >= @Today) as OpenReferrals";

    public const string SelectById = $"select {Columns}, 0 as OpenReferrals\nfrom company_network_need n\nwhere n.id = @Id";

    /// <summary>Ends with its condition, for lists.</summary>
    public const string SelectAll = $"select {Columns}, {Waiting}\nfrom company_network_need n\nwhere 1 = 1";

    public IReadOnlyList<string> SectorCodes => Sectors.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public PlacementNeed Show(IReadOnlyDictionary<Guid, string> names, ICurrentUser user) => new(
        Id, OpenedBy, names.GetValueOrDefault(OpenedBy), SectorCodes, Municipality, Municipalities.ByIstat(Municipality)?.NameWithProvince, MaxKm, Context, WeeklyHours, WeekSlots.Read(Slots),
        HasLicence, CanDoShifts, MostEffort, NeedsInterruptions, Note, FromOn, OpenedAt, ClosedAt, CloseReason, OpenReferrals,
        ClosedAt is null && (OpenedBy == user.Id || user.Roles.Contains(Role.Coordinator)), Version);

    /// <summary>What the statements that open and change a need write.</summary>
    public static DynamicParameters Written(OpenNeed need, Guid id, int version) => new(new
    {
        Id = id, Version = version, Sectors = string.Join(' ', (need.Sectors ?? []).Distinct()), need.Municipality, MaxKm = need.MaxKm ?? DefaultKm, Context = need.Context?.Code(), need.WeeklyHours,
        Slots = WeekSlots.Write(need.Slots), need.HasLicence, need.CanDoShifts, MostEffort = need.MostEffort?.Code(), need.NeedsInterruptions,
        Note = string.IsNullOrWhiteSpace(need.Note) ? null : need.Note.Trim(), need.From,
    });
}
