using FluentValidation;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>What kind of governance it is.</summary>
internal enum WorkingTableKind
{
    /// <summary>Works on a subject.</summary>
    WorkingTable,

    /// <summary>Steers a project or a territory.</summary>
    SteeringCommittee,
}

/// <summary>What is written of a table.</summary>
/// <param name="Name">As in «Tavolo provinciale inclusione».</param>
/// <param name="Kind">Working table or steering committee.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ClosedOn">When it ended its work; null while it goes on.</param>
internal sealed record WorkingTableData(string Name, WorkingTableKind Kind, string? Purpose, DateOnly? ClosedOn)
{
    public WorkingTableData Tidy() => this with { Name = Name.Trim(), Purpose = string.IsNullOrWhiteSpace(Purpose) ? null : Purpose.Trim() };
}

/// <summary>A body at a table, and the person who sits there for it.</summary>
/// <param name="PersonId">Id of the person who sits for the body; null if nobody is named.</param>
/// <param name="PersonRole">What that person does at the body.</param>
internal sealed record TableMember(Guid BodyId, string BodyName, Guid? PersonId, string? PersonName, string? PersonRole);

/// <summary>A working table or steering committee.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Purpose">What it is for, in words.</param>
/// <param name="ClosedOn">Day on which it ended; null while it goes on.</param>
internal sealed record WorkingTable(Guid Id, int Version, string Name, WorkingTableKind Kind, string? Purpose, DateOnly? ClosedOn, IReadOnlyList<TableMember> Members) : IVersioned;

internal sealed record WorkingTableRow(Guid Id, int Version, string Name, WorkingTableKind Kind, string? Purpose, DateOnly? ClosedOn);

internal sealed class WorkingTableDataValidator : AbstractValidator<WorkingTableData>
{
    private static readonly WorkingTableDataValidator Instance = new();

    public WorkingTableDataValidator()
    {
        RuleFor(table => table.Name).NotEmpty().MaximumLength(200);
        RuleFor(table => table.Kind).IsInEnum();
        RuleFor(table => table.Purpose).MaximumLength(2000);
        RuleFor(table => table.ClosedOn).IsLikelyDay();
    }

    public static void Check(WorkingTableData table, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(table).Errors.ForEach(tell);
}
