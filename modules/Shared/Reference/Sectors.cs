namespace InclusionPlatform.Shared;

/// <summary>The sectors by which services name companies, jobs and wishes; codes are stored, the client has the words.</summary>
public static class Sectors
{
    /// <summary>All codes, in the order of screens.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "catering", "thirdSector", "crafts", "trade", "agriculture", "hospitality", "industry", "construction", "logistics", "cleaning", "care", "publicAdministration", "culture", "transport", "ict", "other",
    ];
}
