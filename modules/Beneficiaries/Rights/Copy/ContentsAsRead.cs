using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Assessments.Icf;
using InclusionPlatform.Beneficiaries.Plans;

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
        Icf = content.Icf?.Select(one => new { one.Code, Name = IcfCatalogue.WordsOf(one.Code)?.It, one.Item.Notation, one.Note }).ToArray(),
        content.Parts, content.Fragility,
    };
}
