"""What readers read: editions at fixed addresses, from sealed rows and from nothing else."""
