using InclusionPlatform.Beneficiaries.Assessments.Icf;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>What an assessment says, by its kind. Kept as one encrypted text: ICF values are health data (GDPR art. 9).</summary>
/// <param name="Conclusion">What follows for the work to be done together.</param>
/// <param name="WorkNeed">The reading of the work need.</param>
/// <param name="Skills">The skills, with the grid that they were judged by.</param>
/// <param name="Icf">The codes of the sheet.</param>
/// <param name="Parts">The bodies' parts.</param>
/// <param name="Fragility">The fragility index, reckoned when the evaluation is sent to be signed.</param>
internal sealed record AssessmentContent(
    string? Conclusion, WorkNeedReading? WorkNeed, SkillsReading? Skills, IReadOnlyList<IcfReading>? Icf, IReadOnlyList<EvaluationPart>? Parts, FragilityIndex? Fragility)
{
    public static AssessmentContent Empty { get; } = new(null, null, null, null, null, null);
}

/// <summary>What somebody has behind them, can lean on, stumbles over, and wishes.</summary>
internal sealed record WorkNeedReading(string? Experience, string? Resources, string? Obstacles, string? Wishes, string? Conditions);

/// <summary>Skills judged by a grid, which is copied so that it reads the same when the grid has changed.</summary>
/// <param name="GridName">Name of the grid.</param>
/// <param name="Levels">Names of its levels, the lowest first.</param>
internal sealed record SkillsReading(Guid GridId, string GridName, IReadOnlyList<string> Levels, IReadOnlyList<SkillReading> Skills);

/// <summary>A skill.</summary>
/// <param name="Group">Its heading in the grid; null for one of the service's list that was added.</param>
/// <param name="Label">Its name.</param>
/// <param name="Uri">Its address in ESCO, where the grid gives one.</param>
/// <param name="Level">Position in the levels; null where it was not judged.</param>
/// <param name="Evidence">From what one sees it.</param>
internal sealed record SkillReading(string? Group, string Label, string? Uri, int? Level, string? Evidence);

/// <summary>A code of the sheet.</summary>
/// <param name="Code">The ICF code without qualifiers.</param>
/// <param name="Facilitator">Whether an environmental factor helps rather than hinders.</param>
internal sealed record IcfReading(string Code, int? First, int? Second, bool Facilitator, string? Note, int? Third = null)
{
    public IcfItem Item => new(Code, First, Second, Facilitator, Third);
}

/// <summary>What one body sees of one dimension.</summary>
/// <param name="Dimension">What it looks at.</param>
/// <param name="BodyId">The body, if it is of the network.</param>
/// <param name="BodyName">Its name as it was.</param>
/// <param name="Professional">Who speaks for it.</param>
/// <param name="Text">What they see.</param>
/// <param name="Score">0 no difficulty to 4 complete difficulty.</param>
internal sealed record EvaluationPart(EvaluationDimension Dimension, Guid? BodyId, string? BodyName, string? Professional, string Text, int? Score);

/// <summary>A fragility index with all that it was reckoned from.</summary>
/// <param name="Name">Name of the formula.</param>
/// <param name="Source">Where the formula comes from.</param>
/// <param name="Formula">The formula, as it is reckoned.</param>
/// <param name="Index">What it comes to.</param>
/// <param name="Band">Name of the band in which that lies; null if in none.</param>
internal sealed record FragilityIndex(Guid FormulaId, string Name, string Source, string Formula, IReadOnlyList<FragilityValue> Values, decimal Index, string? Band);

/// <summary>A value that went into it.</summary>
/// <param name="Name">Name by which the formula calls it.</param>
/// <param name="Value">The value.</param>
internal sealed record FragilityValue(string Name, decimal Value);

/// <summary>What is written of an assessment.</summary>
internal sealed record AssessmentDraft(
    DateOnly? HeldOn, string? Conclusion, WorkNeedReading? WorkNeed, Guid? GridId, IReadOnlyList<SkillDraft>? Skills, IReadOnlyList<IcfDraft>? Icf, IReadOnlyList<EvaluationPartDraft>? Parts);

/// <summary>A skill as written.</summary>
/// <param name="Label">The skill, as the grid names it.</param>
/// <param name="Evidence">From what one sees it.</param>
internal sealed record SkillDraft(string? Label, int? Level, string? Evidence);

/// <summary>A code as written.</summary>
/// <param name="Notation">The ICF code with its qualifiers, such as <c>d850.34</c>.</param>
internal sealed record IcfDraft(string? Notation, string? Note);

/// <summary>A part as written.</summary>
internal sealed record EvaluationPartDraft(EvaluationDimension? Dimension, Guid? BodyId, string? Professional, string? Text, int? Score);
