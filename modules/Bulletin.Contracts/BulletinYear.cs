using InclusionPlatform.Shared;

namespace InclusionPlatform.Bulletin.Contracts;

/// <summary>The bulletin of a calendar year.</summary>
/// <param name="Year">Calendar year.</param>
public sealed record CountBulletin(int Year) : IQuery<BulletinYear>;

/// <summary>What was done in a year.</summary>
/// <param name="LastNumber">Number of the last edition sent in the year, or null without one.</param>
/// <param name="Addresses">Addresses to which that edition was sent.</param>
public sealed record BulletinYear(int? LastNumber, int Addresses);
