namespace InclusionPlatform.Training.Access;

/// <summary>
/// Who may know who takes part in an edition: coordinators all, the trainer those of the own editions, whoever follows a case
/// that one enrolment. Nobody else reads names.
/// </summary>
internal sealed class EditionAccess(IDbSession db, ICurrentUser user)
{
    private const string SelectTrainer = "select id as Id, trainer_id as TrainerId from training_course_edition where id = @Id";

    /// <summary>Sees and changes whatever belongs to the edition.</summary>
    public bool Runs(Guid? trainerId) => user.Kind == ActorKind.Platform || user.Roles.Contains(Role.Coordinator) || (user.Roles.Contains(Role.Trainer) && trainerId == user.Id);

    /// <summary>Sees how to reach the participants, not only their names.</summary>
    public bool SeesContacts => user.Kind == ActorKind.Platform || user.Roles.Contains(Role.Coordinator);

    /// <exception cref="NotFoundException">There is no such edition.</exception>
    /// <exception cref="ForbiddenException"><c>edition.not-yours</c></exception>
    public async Task RequireRunsAsync(Guid editionId, CancellationToken ct)
    {
        if (!await RunsAsync(editionId, ct))
        {
            throw NotYours();
        }
    }

    /// <exception cref="NotFoundException">There is no such edition.</exception>
    public async Task<bool> RunsAsync(Guid editionId, CancellationToken ct) =>
        Runs((await db.FindAsync<Run>(SelectTrainer, new { Id = editionId }, ct) ?? throw new NotFoundException("course-edition")).TrainerId);

    public static ForbiddenException NotYours() => new("edition.not-yours", new(
        "Questa edizione è affidata a un altro formatore: possono modificarla lui e il coordinatore.",
        "This edition is run by another trainer: that trainer and the coordinator can change it."));

    private sealed record Run(Guid Id, Guid? TrainerId);
}
