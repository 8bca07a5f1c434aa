using System.Globalization;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>Plans and assessments as somebody reads them: what is kept is made for being written again.</summary>
internal static class ContentsAsRead
{
    /// <summary>The plan as it hangs together, each action with who does it by name.</summary>
    public static object Of(PlanContent plan, Func<Guid, string> who) => new
    {
        plan.Wishes,
        Needs = plan.Needs.Select(need => new
        {
            need.Id, need.Area, need.Text,
            Objectives = need.Objectives.Select(objective => new
            {
                objective.Id, objective.Text, objective.Measure, objective.DueOn,
                Actions = objective.Actions.Select(action => new
                {
                    action.Id, action.Kind, action.Text, action.By, action.UserId, Who = action.UserId is { } account ? who(account) : action.Who, action.DueOn, action.Times, action.AddedOn,
                }).ToArray(),
            }).ToArray(),
        }).ToArray(),
    };

    /// <summary>The assessment with names beside what it holds as places in a list or as codes of the classification.</summary>
    public static object Of(AssessmentContent content) => new
    {
        content.Conclusion, content.WorkNeed,
        Skills = content.Skills is not { } read ? null : new
        {
            read.GridId, read.GridName, read.Levels,
            Skills = read.Skills.Select(skill => new
            {
                skill.Group, skill.Label, skill.Uri, skill.Level, LevelName = skill.Level is { } level ? read.Levels.ElementAtOrDefault(level) : null, skill.Evidence,
            }).ToArray(),
        },
        Icf = content.Icf?.Select(one => new { one.Code, Name = IcfCatalogue.WordsOf(one.Code)?.It, one.Item.Notation, Meaning = Meaning(one.Item), one.Note }).ToArray(),
        content.Parts, content.Fragility,
    };

    /// <summary>What the numbers of a code say (ICF, WHO 2001): a problem of functions and structures, in everyday life and without help of activities, help or hindrance of the environment.</summary>
    private static string? Meaning(IcfItem item) => item.Component switch
    {
        'd' => string.Join("; ", new[] { ("Nella vita di ogni giorno", item.First), ("senza aiuti", item.Second) }.Where(one => one.Item2 is not null).Select(one => $"{one.Item1}: {Degree(one.Item2)}")),
        'e' when item.First is >= 1 and <= 4 => $"{(item.Facilitator ? "Aiuto" : "Ostacolo")} {new[] { "lieve", "moderato", "forte", "completo" }[item.First.Value - 1]}",
        'e' when item.First is 0 => "Né aiuto né ostacolo",
        _ => Qualifier(item.First),
    };

    private static string? Degree(int? qualifier) => Qualifier(qualifier)?.ToLower(CultureInfo.GetCultureInfo("it-IT"));

    private static string? Qualifier(int? qualifier) => CodeLists.IcfQualifiers.Find(qualifier?.ToString(CultureInfo.InvariantCulture))?.Italian;
}
