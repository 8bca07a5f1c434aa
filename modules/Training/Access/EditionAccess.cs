using InclusionPlatform.Training.Editions;

namespace InclusionPlatform.Training.Access;

/// <summary>
/// Who may know who takes part in an edition: the trainer those of the own editions, whoever follows a case that one enrolment, coordinators all but the people whose case they may not
/// see, of whom they read only that a place is taken. Nobody else reads names.
/// </summary>
internal sealed class EditionAccess(IDbSession db, ICurrentUser user)
{
    private const string SelectTrainer = "select id as Id, trainer_id as TrainerId, state as State from training_course_edition where id = @Id";

    /// <summary>Sees and changes whatever belongs to the edition.</summary>
    public bool Runs(Guid? trainerId) => user.Kind == ActorKind.Platform || user.Roles.Contains(Role.Coordinator) || (user.Roles.Contains(Role.Trainer) && trainerId == user.Id);

    /// <summary>Teaches the edition: whoever takes the attendance needs the names of all who take part.</summary>
    public bool Teaches(Guid? trainerId) => user.Kind == ActorKind.Platform || (user.Roles.Contains(Role.Trainer) && trainerId == user.Id);

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

    /// <summary>How the edition stands, for whoever runs it.</summary>
    /// <exception cref="NotFoundException">There is no such edition.</exception>
    /// <exception cref="ForbiddenException"><c>edition.not-yours</c></exception>
    public async Task<EditionState> StateIfRunsAsync(Guid editionId, CancellationToken ct)
    {
        var run = await db.FindAsync<Run>(SelectTrainer, new { Id = editionId }, ct) ?? throw new NotFoundException("course-edition");
        return Runs(run.TrainerId) ? run.State : throw NotYours();
    }

    /// <exception cref="NotFoundException">There is no such edition.</exception>
    public async Task<bool> RunsAsync(Guid editionId, CancellationToken ct) =>
        Runs((await db.FindAsync<Run>(SelectTrainer, new { Id = editionId }, ct) ?? throw new NotFoundException("course-edition")).TrainerId);

    /// <summary>As <see cref="RunsAsync"/>, and whether whoever asks teaches the edition.</summary>
    /// <exception cref="NotFoundException">There is no such edition.</exception>
    public async Task<(bool Runs, bool Teaches)> StandingAsync(Guid editionId, CancellationToken ct)
    {
        var run = await db.FindAsync<Run>(SelectTrainer, new { Id = editionId }, ct) ?? throw new NotFoundException("course-edition");
        return (Runs(run.TrainerId), Teaches(run.TrainerId));
    }

    public static ForbiddenException NotYours() => new("edition.not-yours", new(
        "Questa edizione è affidata a un altro formatore: possono modificarla lui e il coordinatore.",
        "This edition is run by another trainer: that trainer and the coordinator can change it."));

    private sealed record Run(Guid Id, Guid? TrainerId, EditionState State);
}
