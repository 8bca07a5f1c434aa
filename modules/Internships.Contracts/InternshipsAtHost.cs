using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>
/// The internships at a company, now and past, for its page: numbers for everybody who reads companies, rows only of people whom whoever asks may see. A constant number of statements.
/// </summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Most">Rows at most, the latest first.</param>
public sealed record ListInternshipsAtHost(Guid CompanyId, int Most) : IQuery<InternshipsAtHost>;

/// <summary>The internships at a company.</summary>
/// <param name="Starting">About to begin: the project is signed or with those who sign it.</param>
/// <param name="Running">Running today.</param>
/// <param name="Ended">Over, early ones included.</param>
/// <param name="Interrupted">Of these, how many ended early.</param>
/// <param name="HiredByHost">Of these, after how many the company hired the person.</param>
/// <param name="Seen">Those that whoever asks may see.</param>
/// <param name="MoreSeen">Whether there are more of them.</param>
public sealed record InternshipsAtHost(int Starting, int Running, int Ended, int Interrupted, int HiredByHost, IReadOnlyList<InternshipAtHost> Seen, bool MoreSeen);

/// <summary>An internship of somebody whom whoever asks may see.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="PersonName">Whose.</param>
/// <param name="Stage">Code of where it stands, such as <c>active</c>.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day: the real one when it is over, else the planned one.</param>
/// <param name="Outcome">Code of the outcome, when it is over.</param>
public sealed record InternshipAtHost(Guid InternshipId, string PersonName, string Stage, DateOnly StartsOn, DateOnly EndsOn, string? Outcome);
